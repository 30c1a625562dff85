using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Xunit;
namespace Coxswain.Testing;

/// <summary>After the last test of a suite: what all of them wrote into the shared file, the engine finds whole. A fault fails the suite by name, whichever test made it.</summary>
public sealed class SoundDatabases : IAsyncLifetime
{
    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        if (Host.Shared(Engine.Sqlite) is { } shared && (await shared).Database.File is { } file) Assert.Empty(await SqliteFile.FaultsAsync(file, default));
    }
}
