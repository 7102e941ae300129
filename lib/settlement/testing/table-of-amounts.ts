/** The table of settlement rule 3: cumulative count from and to, won for that many views, won for that many ad views. */
export const TABLE_OF_AMOUNTS = [
  [0, 99_999, 99_999, 999_990],
  [0, 100_000, 100_000, 1_000_002],
  [0, 150_000, 155_000, 1_600_002],
  [0, 550_000, 605_000, 6_550_005],
  [550_000, 1_150_000, 810_000, 9_750_005],
  [0, 1_150_000, 1_415_000, 16_300_010],
  [480_000, 520_000, 48_000, 540_003],
] as const;
