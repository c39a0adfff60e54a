const REGISTRY = /\bregistry\.[a-z]+\.(?:org|com)\b/;
/** Folders at the root of containers and build machines, in which projects lie. */
const CONTAINER = /(?<![\w.])\/(?:root|work)\//;

/**
 * The lines of a file that name a place on one machine or a package registry. A made-up home in an example is fine;
 * the home of whoever runs this is not.
 * @param {string} file
 * @param {string} content
 * @param {readonly string[]} places folders of this machine: the home, the project
 * @returns {{ file: string, line: number, text: string }[]}
 */
export function findMachineTraces(file, content, places) {
  // A folder right below the root is too common a name to say anything.
  const telling = places.filter((place) => place.split(/[/\\]/).filter((part) => part !== '').length > 1);
  return content
    .split('\n')
    .map((text, index) => ({ file, line: index + 1, text: text.trim().slice(0, 160) }))
    .filter(
      ({ text }) =>
        REGISTRY.test(text) || CONTAINER.test(text) || telling.some((place) => text.includes(place)),
    );
}
