/** What a command may take, the network included. */
export const DEADLINE_MILLISECONDS = 150;

/** The answer, or a rejection once the deadline has passed. */
export function withinDeadline<T>(answer: Promise<T>, deadlineMilliseconds = DEADLINE_MILLISECONDS): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`no answer within ${deadlineMilliseconds} ms`));
    // After a busy spell the timer fires before the sockets are read: an answer that has arrived meanwhile still counts.
    const timer = setTimeout(() => setImmediate(late), deadlineMilliseconds);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
