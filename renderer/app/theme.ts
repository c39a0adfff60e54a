/** Our tokens as Mantine's theme: its fields, menus and dialogs take our ink, radii, fonts and edges. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Ink, light to dark; the sixth is the filled button of the light theme. */
const ink: MantineColorsTuple = [
  '#f0f4f6',
  '#dde6ea',
  '#bfcad1',
  '#97a6b0',
  '#6f818d',
  '#445561',
  '#1b2d38',
  '#182832',
  '#14222b',
  '#101a21',
];

const label = { label: 'k-mantine-label' };

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 1 },
  colors: { ink },
  autoContrast: true,
  defaultRadius: 6,
  fontFamily: 'var(--k-font-ui)',
  fontFamilyMonospace: 'var(--k-font-mono)',
  fontSizes: {
    xs: 'var(--k-fs-1)',
    sm: 'var(--k-fs-3)',
    md: 'var(--k-fs-3)',
    lg: 'var(--k-fs-4)',
    xl: 'var(--k-fs-5)',
  },
  headings: { fontFamily: 'var(--k-font-name)', fontWeight: '600' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Autocomplete: { defaultProps: { classNames: label } },
    TextInput: { defaultProps: { classNames: label } },
    Textarea: { defaultProps: { classNames: label } },
    NumberInput: { defaultProps: { classNames: label } },
    Select: { defaultProps: { classNames: label, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { classNames: label } },
    TagsInput: { defaultProps: { classNames: label } },
    // A closed list is not on the page: six of them, measured and placed as they come, held up the opening of People.
    Combobox: { defaultProps: { keepMounted: false } },
    // A menu holds its entries and nothing else; its first entry takes the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        yOffset: 'min(80px, 7vh)',
        padding: 20,
        overlayProps: { backgroundOpacity: 0.32 },
        transitionProps: { duration: 160, transition: 'fade' },
      },
      classNames: { title: 'k-heading-name', content: 'k-modal' },
    },
  },
});

export const variables: CSSVariablesResolver = () => {
  const own = {
    '--mantine-color-body': 'var(--k-surface)',
    '--mantine-color-text': 'var(--k-text)',
    '--mantine-color-dimmed': 'var(--k-text-2)',
    '--mantine-color-placeholder': 'var(--k-text-3)',
    '--mantine-color-default': 'var(--k-surface)',
    '--mantine-color-default-hover': 'var(--k-hover)',
    '--mantine-color-default-color': 'var(--k-text)',
    '--mantine-color-default-border': 'var(--k-control)',
    '--mantine-color-error': 'var(--k-danger)',
    '--mantine-color-anchor': 'var(--k-accent)',
  };
  return { variables: {}, light: own, dark: own };
};
