import { css } from 'lit';

/** The look of the map of the keys; its foot has one height, whatever it says. */
export const styles = css`
  dialog {
    width: min(800px, calc(100vw - 48px)); max-height: calc(100vh - 48px); padding: 0; box-sizing: border-box;
    color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 14px;
    box-shadow: 0 12px 48px rgb(0 0 0 / 28%); overflow: hidden;
  }
  dialog::backdrop { background: rgb(10 12 18 / 44%); }
  .frame { display: flex; flex-direction: column; max-height: calc(100vh - 50px); }
  header { display: flex; align-items: center; padding: 14px 20px; border-bottom: 1px solid var(--line); }
  h2 { flex: 1; margin: 0; font-size: 16px; font-weight: 600; }
  button {
    height: 30px; padding: 0 12px; box-sizing: border-box; font: inherit; font-size: 13px; color: inherit;
    background: var(--surface); border: 1px solid var(--line); border-radius: 9px; white-space: nowrap; cursor: pointer;
  }
  button:hover:not(:disabled) { border-color: var(--line-strong); }
  button:disabled { color: var(--muted); cursor: default; }
  button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  button.main { color: var(--on-accent); background: var(--accent); border-color: transparent; }
  kbd, button.change {
    display: inline-block; min-width: 18px; padding: 3px 5px; box-sizing: border-box; text-align: center;
    font: 600 11px/1 var(--font); color: var(--muted); background: var(--paper);
    border: 1px solid var(--line); border-radius: 4px; white-space: nowrap;
  }
  button.change { height: 24px; min-width: 30px; margin-block: -3px; color: var(--ink); border-color: var(--line-strong); }
  button.change.asked { color: var(--on-accent); background: var(--accent); border-color: transparent; }
  button.reset { height: 24px; margin-block: -3px; padding: 0 8px; font-size: 12px; color: var(--muted); }
  .scopes { flex: 1; min-height: 0; columns: 2 300px; column-gap: 32px; padding: 16px 20px 6px; overflow: auto; }
  .scopes:focus-visible { outline: 2px solid var(--focus); outline-offset: -3px; border-radius: 8px; }
  section { break-inside: avoid; margin-bottom: 14px; }
  h3 {
    margin: 0 0 8px; font-size: var(--tiny); line-height: 16px; font-weight: 600; letter-spacing: .04em;
    text-transform: uppercase; color: var(--muted);
  }
  ul { display: grid; gap: 7px; margin: 0; padding: 0; list-style: none; font-size: 13px; line-height: 19px; }
  li { display: grid; grid-template-columns: 84px minmax(0, 1fr) auto; gap: 0 12px; align-items: center; min-height: 20px; }
  .key { display: flex; align-items: center; height: 20px; }
  footer {
    display: flex; align-items: center; gap: 10px; min-height: 62px; padding: 10px 20px; box-sizing: border-box;
    border-top: 1px solid var(--line);
  }
  footer p { flex: 1; margin: 0; font-size: 13px; line-height: 20px; color: var(--muted); }
`;
