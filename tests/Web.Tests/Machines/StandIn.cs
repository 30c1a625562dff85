using Coxswain.Platform.Data;
using Npgsql;
namespace Coxswain.Web.Tests.Machines;

/// <summary>
/// A PostgreSQL that imitates what of Citus the command meets: the two functions refuse what Citus would refuse of our tables, and
/// <c>citus_tables</c> lists what they placed. It spreads nothing.
/// </summary>
internal static class StandIn
{
    private const string Citus = """
        CREATE TABLE placed (place int GENERATED ALWAYS AS IDENTITY, relation regclass PRIMARY KEY, kind text, col text, beside text, cleared int NOT NULL DEFAULT 0);
        CREATE VIEW citus_tables AS SELECT relation AS table_name, kind AS citus_table_type, COALESCE(col, '<none>') AS distribution_column FROM placed;

        CREATE FUNCTION create_reference_table(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = table_name AND attidentity <> '' AND atttypid <> 'bigint'::regtype) THEN RAISE 'cannot complete operation on % with smallint/int identity column', table_name; END IF;
          IF EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = table_name) THEN RAISE '% refers to another table', table_name; END IF;
          INSERT INTO placed (relation, kind) VALUES (table_name, 'reference');
        END $$;

        CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text, distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'default', shard_count int DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE number smallint := (SELECT attnum FROM pg_attribute WHERE attrelid = table_name AND attname = distribution_column);
        BEGIN
          IF EXISTS (SELECT FROM pg_index WHERE indrelid = table_name AND indisunique AND NOT number = ANY (indkey)) THEN RAISE 'a unique index of % does not include the distribution column', table_name; END IF;
          IF EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = table_name AND confrelid <> table_name AND confrelid NOT IN (SELECT relation FROM placed)) THEN RAISE '% refers to a table that is not distributed', table_name; END IF;
          IF EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = table_name AND NOT number = ANY (conkey)) THEN RAISE 'a foreign key of % does not include the distribution column', table_name; END IF;
          IF colocate_with <> 'none' AND colocate_with::regclass NOT IN (SELECT relation FROM placed) THEN RAISE '% is not distributed', colocate_with; END IF;
          INSERT INTO placed (relation, kind, col, beside) VALUES (table_name, 'distributed', distribution_column, colocate_with);
        END $$;

        CREATE FUNCTION truncate_local_data_after_distributing_table(table_name regclass) RETURNS void LANGUAGE sql AS $$ UPDATE placed SET cleared = cleared + 1 WHERE relation = table_name $$;
        """;

    /// <summary>Puts it into a database.</summary>
    public static Task InstallAsync(Database database) => DoAsync(database, Citus);

    public static async Task DoAsync(Database database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A statement's rows, the columns parted by a space.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(Database database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var reader = await new NpgsqlCommand(sql, connection).ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }
}
