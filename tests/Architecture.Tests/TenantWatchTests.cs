using Coxswain.Testing;
namespace Coxswain.Architecture.Tests;

/// <summary>What watches every statement of the tests on PostgreSQL sees the ones that would go to all machines of a cluster.</summary>
public sealed class TenantWatchTests
{
    private static readonly HashSet<string> Tables = ["accounts", "contacts"];

    [Theory]
    [InlineData("SELECT a.name FROM accounts AS a WHERE a.id = @id")]
    [InlineData("SELECT c.name FROM contacts AS c LEFT JOIN accounts AS a ON a.id = c.account_id WHERE c.tenant_id = @tenant")]
    [InlineData("SELECT name FROM accounts WHERE id = @id")]
    [InlineData("UPDATE accounts SET name = @name WHERE id = @id")]
    [InlineData("DELETE FROM contacts AS c WHERE c.id = @id")]
    [InlineData("INSERT INTO contacts (id, name) VALUES (@id, @name)")]
    [InlineData("SELECT a.name FROM tenants AS t INNER JOIN accounts AS a ON a.tenant_id = t.id")]
    [InlineData("SELECT a.name FROM contacts AS c INNER JOIN accounts AS a ON a.tenant_id = c.tenant_id")]
    [InlineData("UPDATE contacts SET name = @name WHERE tenant_id = @tenant AND id = @id; DELETE FROM accounts WHERE id = @id")]
    public void A_statement_that_leaves_the_tenant_out_for_one_table_is_refused(string statement) => Assert.NotNull(TenantWatch.Crossing(statement, Tables, isRequest: true));

    [Theory]
    [InlineData("SELECT c.name FROM contacts AS c LEFT JOIN accounts AS a ON a.tenant_id = c.tenant_id AND a.id = c.account_id WHERE c.tenant_id = @tenant")]
    [InlineData("SELECT name FROM accounts WHERE tenant_id = @tenant")]
    [InlineData("UPDATE accounts SET name = @name WHERE id = @id AND tenant_id = @tenant")]
    [InlineData("INSERT INTO contacts (tenant_id, id, name) VALUES (@tenant, @id, @name)")]
    [InlineData("SELECT t.name FROM tenants AS t")]
    public void One_that_names_it_for_each_passes(string statement) => Assert.Null(TenantWatch.Crossing(statement, Tables, isRequest: true));

    [Fact]
    public void What_serves_every_tenant_in_turn_is_named_and_passes_in_nobodys_request()
    {
        const string Look = "SELECT e.id FROM erasures AS e";
        HashSet<string> tables = ["erasures"];
        Assert.Equal((null, "erasures"), (TenantWatch.Crossing(Look, tables, isRequest: false), TenantWatch.Crossing(Look, tables, isRequest: true)));
    }
}
