using Coxswain.Platform.Copies;
using Npgsql;
namespace Coxswain.Platform.Checkups;

/// <summary>A PostgreSQL server that answers: its encoding, its connections, its clock.</summary>
internal static class PostgresCheckup
{
    public static async Task<IReadOnlyList<Checked>> LookAsync(string connectionString, DateTime now, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        var encoding = await connection.AskAsync<string>("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()", ct);
        var free = await connection.AskAsync<int>("SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int", ct);
        var clock = await connection.AskAsync<DateTime>("SELECT clock_timestamp() AT TIME ZONE 'UTC'", ct);
        return
        [
            Checked.Good(DatabaseCheckup.Reached, $"{connection.Database}, PostgreSQL {connection.PostgreSqlVersion}"),
            Encoding(encoding), Connections(free, new NpgsqlConnectionStringBuilder(connectionString).MaxPoolSize), Clock(clock - now),
        ];
    }

    public static Checked Encoding(string encoding) => encoding is "UTF8" ? Checked.Good("Encoding", encoding)
        : Checked.Wrong("Encoding", $"{encoding}: names in other scripts cannot be kept.", "Copy the rows into a database made with ENCODING 'UTF8'.");

    public static Checked Connections(int free, int pool) => free >= pool ? Checked.Good("Connections", $"the server has {free}, we take {pool} at most")
        : Checked.Watch("Connections", $"the server has {free}, and we may ask for {pool}: people would be turned away when many work at once.", $"Add 'Maximum Pool Size={Math.Max(1, free * 8 / 10)}' to --database, or raise max_connections of the server.");

    // Leases are read by each process's own clock and last thirty seconds.
    public static Checked Clock(TimeSpan off) => off.Duration().TotalSeconds switch
    {
        < 5 => Checked.Good("Clock", "the database's and this machine's agree"),
        < 60 and var seconds => Checked.Watch("Clock", $"the database's machine and this one are {seconds:0} seconds apart: of several processes one may take what another has in hand.", ByServer),
        var seconds => Checked.Wrong("Clock", $"the database's machine and this one are {seconds / 60:0} minutes apart.", ByServer),
    };

    private const string ByServer = "Let both be set by a time server (timedatectl set-ntp true).";
}
