using System.Reflection;
using Coxswain.Platform.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;
namespace Coxswain.Testing;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; without a server the second is skipped and says so.</summary>
public sealed class OnBothAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var skip = TestDatabases.PostgresServer is null ? TestDatabases.NoPostgres : null;
        return new([new TheoryDataRow<Engine>(Engine.Sqlite), new TheoryDataRow<Engine>(Engine.Postgres) { Skip = skip }]);
    }
}
