using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Microsoft.Data.Sqlite;
using Xunit;
namespace Coxswain.Testing;

/// <summary>After the last test of a suite: what all of them wrote into the shared file, the engine finds whole. A fault fails the suite by name, whichever test made it.</summary>
public sealed class SoundDatabases : IAsyncLifetime
{
    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        if (Host.Shared(Engine.Sqlite) is not { } shared || (await shared).Database.File is not { } file) return;
        Assert.Empty(await SqliteFile.FaultsAsync(file, default));
        await using var connection = await SqliteFile.OpenAsync(file, SqliteOpenMode.ReadWrite, default);
        await using var compare = connection.CreateCommand();
        // Fails where the text index and what it was made of tell different things; the look above compares it with itself alone.
        compare.CommandText = "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)";
        await compare.ExecuteNonQueryAsync();
    }
}
