using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Web.Tests.Copies;

public sealed class DoctorTests
{
    [Theory, OnBoth]
    public async Task A_sound_installation_is_found_sound(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var said = await place.CoxAsync("doctor", "--json");
        Assert.True(said.Code == 0, said.Data);
        Assert.DoesNotContain(said.Json.EnumerateArray(), one => Is(one, "Wrong"));
        Assert.Contains(said.Json.EnumerateArray(), one => Is(one, "Watch") && one.GetProperty("said").GetString() == "nobody can sign in yet.");
    }

    [Theory, OnBoth]
    public async Task Where_nothing_is_yet_it_says_how_to_begin_and_makes_nothing(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        var said = await place.CoxAsync("doctor");
        Assert.Equal(1, said.Code);
        Assert.Contains(engine is Engine.Sqlite ? "start cox serve once to make it" : "Run cox migrate, or start cox serve.", said.Data);
        Assert.False(File.Exists(place.File("coxswain.db")));
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_with_rows_is_found_and_said_with_what_to_do(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var host = await place.ServeAsync();
        var ana = await host.Tenant(1).PersonAsync(Platform.Access.Role.Seller, "Rui Costa");
        Assert.True((await ana.Program.PostAsync("/api/accounts", new StringContent("""{"name":"Nordwind"}""", System.Text.Encoding.UTF8, "application/json"))).IsSuccessStatusCode);
        await host.App.DisposeAsync();
        await BreakAsync(place, "DELETE FROM search_documents");
        await BreakAsync(place, engine is Engine.Sqlite ? "UPDATE accounts SET owner_id = randomblob(16)" : "UPDATE accounts SET owner_id = gen_random_uuid()");
        var said = await place.CoxAsync("doctor");
        Assert.Equal(1, said.Code);
        Assert.Contains("1 records cannot be found by their words.", said.Data);
        Assert.Contains("nobody owns 1 of Account", said.Data);
        Assert.Contains("WRONG", said.Data);
    }

    [Fact]
    public async Task A_damaged_text_index_is_told_apart_and_mended_on_the_spot_or_while_a_copy_is_taken_back()
    {
        var place = await Prompt.WithPeopleAsync(Engine.Sqlite);
        var host = await place.ServeAsync();
        var ana = await host.Tenant(1).PersonAsync(Platform.Access.Role.Seller, "Rui Costa");
        Assert.True((await ana.Program.PostAsync("/api/accounts", new StringContent("""{"name":"Nordwind"}""", System.Text.Encoding.UTF8, "application/json"))).IsSuccessStatusCode);
        await host.App.DisposeAsync();
        await BreakAsync(place, "DELETE FROM search_index_data WHERE id > 10");
        var copy = await place.BackupAsync();
        var said = await place.CoxAsync("doctor");
        Assert.Equal(1, said.Code);
        Assert.Contains("WRONG  Words: ", said.Data);
        Assert.Contains("cox doctor --mend makes the text index anew out of its rows.", said.Data);
        Assert.Contains("good   Whole: ", said.Data);
        var mended = await place.CoxAsync("doctor", "--mend");
        Assert.True(mended.Code == 0, mended.Data);
        Assert.Contains("was made anew out of its rows.", mended.Aside);
        Assert.Contains("good   Words: ", mended.Data);
        Assert.Equal(0, (await place.CoxAsync("restore", copy, "--replace")).Code);
        Assert.Equal(0, (await place.CoxAsync("doctor")).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_with_the_way_back()
    {
        var place = await Prompt.OnAsync(Engine.Sqlite);
        await File.WriteAllTextAsync(place.File("coxswain.db"), new string('x', 5_000), TestContext.Current.CancellationToken);
        var said = await place.CoxAsync("doctor");
        Assert.Equal(1, said.Code);
        Assert.Contains("cox restore FILE --replace", said.Data);
    }

    private static bool Is(JsonElement one, string condition) => one.GetProperty("condition").GetString() == condition;

    private static async Task BreakAsync(Prompt place, string sql)
    {
        await using System.Data.Common.DbConnection connection = place.Database.Engine is Engine.Sqlite ? new SqliteConnection(place.Database.ConnectionString) : new NpgsqlConnection(place.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
