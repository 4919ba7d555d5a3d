/** A field of a form as its member sees it; the page is sent it as it is. */
export interface SeenField {
  readonly customId: string;
  readonly componentId: number;
  readonly labelId: number;
  readonly label: string;
  readonly description: string;
  readonly kind: 'text' | 'select' | 'radio' | 'file';
  readonly isRequired: boolean;
  /** What is filled in already. */
  readonly value: string;
  readonly placeholder: string;
  /** Several lines of text. */
  readonly isLong: boolean;
  /** Characters, values or files. */
  readonly least: number;
  readonly most: number;
  readonly options: readonly SeenFieldOption[];
}

interface SeenFieldOption {
  readonly label: string;
  readonly value: string;
  readonly description: string;
}
