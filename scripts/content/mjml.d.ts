/** The part of mjml that this project uses; the package brings no types. */
declare module 'mjml' {
  interface MjmlResult {
    html: string;
    errors: { formattedMessage: string }[];
  }
  /** MJML as HTML for mail programs. */
  export default function mjml2html(
    source: string,
    options: { validationLevel: 'strict' | 'soft' | 'skip'; fonts: Record<string, string> },
  ): Promise<MjmlResult>;
}
