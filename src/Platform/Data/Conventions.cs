using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
namespace Coxswain.Platform.Data;

/// <summary>How every column is stored, whoever owns the table.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder types, Engine engine)
    {
        types.Properties<DateTime>().HaveConversion<UtcDateTime>();
        types.Properties<Enum>().HaveConversion<string>();
        if (engine is Engine.Sqlite) types.Properties<Guid>().HaveConversion<GuidBytes>();
    }

    /// <summary>snake_case for tables and columns: the names people type at a database prompt.</summary>
    public static void Name(IMutableModel model, Engine engine)
    {
        foreach (var table in model.GetEntityTypes())
        {
            if (table.GetTableName() is not { } name) continue;
            table.SetTableName(Snake(name));
            foreach (var column in table.GetProperties()) column.SetColumnName(Snake(column.Name));
            // Folded text is compared byte by byte on both engines; a language's collation would order it otherwise and refuse prefix look-ups an index.
            if (engine is Engine.Postgres) foreach (var folded in table.GetProperties().Where(p => p.Name.StartsWith("Folded", StringComparison.Ordinal))) folded.SetCollation("C");
            foreach (var key in table.GetKeys()) key.SetName($"pk_{table.GetTableName()}");
            foreach (var link in table.GetForeignKeys()) link.SetConstraintName(Snake(link.GetConstraintName()!));
            foreach (var index in table.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}

/// <summary>Sixteen bytes, most significant first, so that the order of version 7 keys is the order of their making; text keys would double the file.</summary>
internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

/// <summary>UTC in, UTC out: SQLite forgets the kind and PostgreSQL refuses an unspecified one. Microseconds, which both engines keep.</summary>
internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    at => new DateTime(at.ToUniversalTime().Ticks / 10 * 10, DateTimeKind.Utc),
    at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
