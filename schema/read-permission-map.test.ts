import { readPermissionMap, UncategorisedSchema } from './read-permission-map';

const controllerOf = (type: string) =>
  type.startsWith('Offence') ? 'merseyside-police' : type.startsWith('Nominal') ? 'kiom' : undefined;
const read = (sdl: string) => readPermissionMap(sdl, controllerOf);
const faultsOf = (sdl: string): readonly string[] => {
  try {
    read(sdl);
    return [];
  } catch (error) {
    if (error instanceof UncategorisedSchema) return error.faults;
    throw error;
  }
};

const SCHEMA = /* GraphQL */ `
  type Query {
    nominals(first: Int, filter: NominalFilter): NominalConnection
      @category(name: "IDENTITY", level: "FLAG", facet: "GIVEN_NAME")
  }
  type NominalConnection {
    edges: [NominalEdge!]!
    totalCount: Int @category(name: "IDENTITY", level: "FLAG", facet: "GIVEN_NAME")
  }
  type NominalEdge {
    node: Nominal!
    cursor: String!
  }
  type Nominal {
    id: ID!
    name: String @category(name: "IDENTITY", level: "FULL", facet: "NAME")
    offences: [Offence!] @category(name: "OFFENCE", level: "FLAG", facet: "RECORD")
    label: String
      @category(name: "IDENTITY", level: "FULL", facet: "NAME")
      @join__field(graph: A, requires: "name offences { date }")
  }
  type Offence {
    id: ID!
    date: String @category(name: "OFFENCE", level: "FULL", facet: "RECORD")
  }
  input NominalFilter {
    name: TextFilter @reveals(coordinate: "Nominal.name")
  }
  input TextFilter {
    equals: String
  }
`;

describe('the permission map', () => {
  it('names category, level, facet and controller of every field', () => {
    expect(read(SCHEMA).fields.get('Offence.date')).toEqual({
      coordinate: 'Offence.date',
      category: 'OFFENCE',
      level: 'FULL',
      facet: 'RECORD',
      controller: 'merseyside-police',
    });
  });

  it('gives a field that leads to records the controller of those records', () => {
    const { fields } = read(SCHEMA);
    expect(fields.get('Nominal.offences')?.controller).toBe('merseyside-police');
    expect(fields.get('Query.nominals')?.controller).toBe('kiom');
    expect(fields.get('NominalConnection.totalCount')?.controller).toBe('kiom');
  });

  it('exempts keys and the plumbing of connections, and nothing else', () => {
    expect([...read(SCHEMA).exempt].sort()).toEqual([
      'Nominal.id',
      'NominalConnection.edges',
      'NominalEdge.cursor',
      'NominalEdge.node',
      'Offence.id',
    ]);
  });

  it('maps a filter to the output field that using it reveals', () => {
    expect(read(SCHEMA).inputs.get('NominalFilter.name')).toBe('Nominal.name');
  });

  it('lists what a computed field is computed from, through nested selections', () => {
    expect(read(SCHEMA).requires.get('Nominal.label')).toEqual(['Nominal.name', 'Nominal.offences', 'Offence.date']);
  });

  it('lists what a value gives away beside its own', () => {
    const { requires } = read(/* GraphQL */ `
      type Query {
        nominal: Nominal @category(name: "IDENTITY", level: "FLAG")
      }
      type Nominal {
        name: String @category(name: "IDENTITY", level: "FULL")
        band: String @category(name: "RISK_SCORE", level: "BAND")
        prolific: Boolean
          @category(name: "RISK_SCORE", level: "BAND")
          @reveals(coordinate: "Nominal.name")
          @reveals(coordinate: "Nominal.band")
      }
    `);
    expect([...requires]).toEqual([['Nominal.prolific', ['Nominal.name', 'Nominal.band']]]);
  });

  it('refuses a field that gives away what is no field', () => {
    const faults = faultsOf(/* GraphQL */ `
      type Query {
        nominal: Nominal @category(name: "IDENTITY", level: "FLAG")
      }
      type Nominal {
        name: String @category(name: "IDENTITY", level: "FULL") @reveals(coordinate: "Nominal.nick")
      }
    `);
    expect(faults).toEqual(['Nominal.name: @reveals names Nominal.nick, which is no output field of this schema.']);
  });

  it('refuses a schema in which a field, a filter or a controller says nothing, and names them all', () => {
    const faults = faultsOf(/* GraphQL */ `
      type Query {
        nominals(filter: NominalFilter, secret: String): [Nominal]
      }
      type Nominal {
        name: String
        band: String @category(name: "IDENTITY", level: "SOME")
        facet: String @category(name: "IDENTITY", level: "FULL", facet: "SHOE_SIZE")
      }
      type Stranger {
        value: String @category(name: "HOUSING", level: "FULL")
      }
      input NominalFilter {
        name: String
        other: String @reveals(coordinate: "Nominal.unheardOf")
      }
    `);
    for (const coordinate of [
      'Query.nominals',
      'Query.nominals(secret:)',
      'Nominal.name',
      'Nominal.band',
      'Nominal.facet',
      'Stranger.value',
      'NominalFilter.name',
      'NominalFilter.other',
    ]) {
      expect(faults.some((fault) => fault.startsWith(`${coordinate}:`))).toBe(true);
    }
  });
});
