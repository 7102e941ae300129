type Place = { name: string; at: URL; pathStyle: boolean };

/** Where an object of a bucket is: the bucket's name in the path, or before the host as AWS has it. */
export function bucketAddress({ name, at, pathStyle }: Place, key: string): string {
  const base = at.href.replace(/\/*$/, '');
  return pathStyle ? `${base}/${name}/${key}` : `${base.replace('://', `://${name}.`)}/${key}`;
}
