import { stepWindow, type WindowCheck, type WindowState, type WindowVerdict } from './window-step';

const windows = new Map<string, WindowState>();

export async function judgeWindows(checks: WindowCheck[]): Promise<WindowVerdict[]> {
  return checks.map((check) => {
    const { verdict, next } = stepWindow(windows.get(check.key), check);
    if (next) windows.set(check.key, next);
    return verdict;
  });
}
