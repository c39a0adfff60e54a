/** A part of the page that failed says so and can be drawn again, while the rest goes on. */
import { Component, type ReactNode } from 'react';
import { Button } from './parts/button';
import { ErrorState } from './parts/empty';

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="k-screen">
        <ErrorState
          title="This screen could not be drawn"
          action={
            <>
              <Button look="filled" onClick={() => this.setState({ failed: false })}>
                Draw it again
              </Button>
              <Button onClick={() => location.reload()}>Load the page again</Button>
            </>
          }
        >
          A fault of ours. Nothing in your network was changed.
        </ErrorState>
      </div>
    );
  }
}
