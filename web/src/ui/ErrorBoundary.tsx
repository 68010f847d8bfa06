import { Component, type ReactNode } from 'react';

interface Props {
  /** What is shown instead of a part that threw. */
  failed: (error: unknown) => ReactNode;
  /** A change of it, for example of the address, tries again. */
  resetKey: string;
  children: ReactNode;
}

/** Catches what its children throw while they are drawn. */
export class ErrorBoundary extends Component<Props, { error: unknown; threw: boolean }> {
  override state = { error: null as unknown, threw: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, threw: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.threw && before.resetKey !== this.props.resetKey) {
      this.setState({ error: null, threw: false });
    }
  }

  override render() {
    return this.state.threw ? this.props.failed(this.state.error) : this.props.children;
  }
}
