/** An experiment with a name: a reader chooses it (Examples.svelte), and can go on from there. */
export interface Example {
  /** Also what it is known by: no two of a lab alike. */
  readonly label: string;
  /** Whatever differs from the defaults of the course. */
  readonly experiment: object;
}
