import { useState } from 'react';
import { ProblemError } from '../kit/api';

/** Something done by a button: whether it is under way, and why it was refused. */
export function useDeed() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const run = async (deed: () => Promise<unknown>) => {
    setBusy(true);
    setRefused(null);
    try {
      await deed();
      return true;
    } catch (reason) {
      setRefused(reason);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const fault = (name: string): string | undefined =>
    refused instanceof ProblemError
      ? refused.problem.fields?.find((field) => field.name === name)?.message
      : undefined;
  return { busy, refused, run, fault, forget: () => setRefused(null) };
}
