using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

public sealed class DatabaseTests
{
    [Fact]
    public async Task PostgreSQL_is_told_not_to_compile_the_short_questions_of_pages()
    {
        Assert.SkipWhen(TestDatabases.PostgresServer is null, TestDatabases.NoPostgres);
        var tenant = await (await Host.On(Engine.Postgres)).TenantAsync();
        Assert.Equal("off", await tenant.InDb(db => db.Database.SqlQueryRaw<string>("SELECT current_setting('jit') AS \"Value\"").SingleAsync()));
    }

    [Fact]
    public void Options_an_administrator_gives_the_server_stay_as_they_are() =>
        Assert.Contains("Options=\"-c work_mem=64MB\"", Database.OnPostgres("Host=db;Options=\"-c work_mem=64MB\"").ConnectionString);

    [Theory]
    [InlineData("Host=db", "Maximum Pool Size=40")]
    [InlineData("Host=db;Maximum Pool Size=100", "Maximum Pool Size=100")]
    [InlineData("Host=db;Maximum Pool Size=7", "Maximum Pool Size=7")]
    public void As_many_connections_are_asked_for_as_the_administrator_says_else_fewer_than_a_server_gives_as_it_comes(string said, string asked) =>
        Assert.Contains(asked, Database.OnPostgres(said).ConnectionString);
}
