using System.Text;
using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

/// <summary>Accounts may be a million: rows find those they name over any number of batches.</summary>
public sealed class ManyNamesTests
{
    private const string Accounts = "account_id,name\n", Contacts = "contact_id,name,account name,email\n";

    // The first batches are of a hundred rows and grow from there: what a row names was made long before, just before, or in the batch that is still being saved.
    [Theory, OnBoth]
    public async Task Contacts_find_their_accounts_by_name_and_by_key_however_many_batches_lie_between(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var accounts = string.Concat(Enumerable.Range(0, 2_500).Select(i => $"K{i:0000},Werft {i} GmbH\n"));
        var contacts = string.Concat(Enumerable.Range(0, 2_500).Select(i => $"C{i},Person {i},{(i % 2 == 0 ? $"WERFT {2_499 - i} GmbH" : $"K{2_499 - i:0000}")},p{i}@werft.example\n"));
        var result = await tenant.ImportAsync(Generated.Folder(("accounts.csv", Accounts + accounts), ("contacts.csv", Contacts + contacts)));
        Assert.Equal((5_000, 0), (result.Created, result.Refused));
        var at = await tenant.InDb(db => db.Contacts.Join(db.Accounts, c => c.AccountId, a => a.Id, (c, a) => new { c.Name, Account = a.Name }).ToDictionaryAsync(c => c.Name, c => c.Account));
        Assert.All(Enumerable.Range(0, 2_500), i => Assert.Equal($"Werft {2_499 - i} GmbH", at[$"Person {i}"]));
    }

    [Theory, OnBoth]
    public async Task An_account_whose_row_comes_again_is_found_whether_it_is_being_saved_or_long_there(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var rows = Enumerable.Range(0, 3_600).Select(i => $"Kai {i},Hamburg\n").ToList();
        rows.Insert(1_500, "Kai 40,Bremen\n");
        rows.Insert(3_500, "Kai 41,Bremen\n");
        var result = await tenant.ImportAsync(Generated.File("accounts.csv", "name,city\n" + string.Concat(rows)));
        Assert.Equal((3_600, 2), (result.Created, result.Changed));
        Assert.Equal(["Kai 40", "Kai 41"], await tenant.InDb(db => db.Accounts.Where(a => a.City == "Bremen").OrderBy(a => a.Name).Select(a => a.Name).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Two_accounts_of_one_name_are_not_guessed_between_and_keys_that_differ_in_capitals_alone_are_two(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.ImportAsync(Generated.File("accounts.csv", Accounts + "001aB,Hafen Nord\n001Ab,Hafen Süd\nX1,Zwilling\nX2,Zwilling\n"));
        var result = await tenant.ImportAsync(Generated.File("contacts.csv", Contacts + "1,By one key,001aB,a@b.example\n2,By the other,001Ab,b@b.example\n3,By a name of two,Zwilling,c@b.example\n"));
        Assert.Equal((2, 1), (result.Created, result.Refused));
        Assert.Contains("Zwilling", Assert.Single(result.Remarks, r => r.Refused).Reason);
        Assert.Equal([("By one key", "Hafen Nord"), ("By the other", "Hafen Süd")], (await tenant.InDb(db => db.Contacts.Join(db.Accounts, c => c.AccountId, a => a.Id, (c, a) => new { c.Name, Account = a.Name }).OrderBy(c => c.Name).ToListAsync())).Select(c => (c.Name, c.Account)));
    }

    // A hundred thousand names of a file are kept while it is looked through; further ones are read from it again.
    [Fact]
    public async Task Accounts_that_stand_far_down_in_a_file_of_the_same_import_are_none_that_would_have_to_be_made()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var accounts = new StringBuilder("name\n");
        for (var i = 0; i < 100_300; i++) accounts.Append("Speicher ").Append(i).Append('\n');
        var plan = await tenant.WithRunner(r => r.LookAsync(Generated.Folder(("accounts.csv", accounts.ToString()), ("contacts.csv", Contacts + "1,Far down,Speicher 100299,a@b.example\n2,Nowhere,Speicherstadt,b@b.example\n")), default));
        Assert.Equal(["Speicherstadt"], plan.Makes.Select(m => m.Name));
    }

    [Theory, OnBoth]
    public async Task Accounts_made_from_names_are_made_once_however_the_names_are_written(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var contacts = string.Concat(Enumerable.Range(0, 1_300).Select(i => $"C{i},Person {i},{(i % 2 == 0 ? "Speicher" : "SPEICHER")} {i / 2},p{i}@b.example\n"));
        var result = await tenant.ImportAsync(Generated.File("contacts.csv", Contacts + contacts));
        Assert.Equal(0, result.Refused);
        Assert.Equal((650, 1_300), (await tenant.InDb(db => db.Accounts.CountAsync()), await tenant.InDb(db => db.Contacts.CountAsync(c => c.AccountId != null))));
    }

    [Theory, OnBoth]
    public async Task A_misspelt_account_is_taken_for_the_one_that_is_here_among_many(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.ImportAsync(Generated.File("accounts.csv", "name\nHanseatische Reederei\nKontor am Fleet\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"Lager {i}\n"))));
        var plan = await tenant.WithRunner(r => r.LookAsync(Generated.File("contacts.csv", Contacts + "1,Ida,Hanseatsche Reederei,a@b.example\n"), default));
        Assert.Equal(("Hanseatsche Reederei", "Hanseatische Reederei"), plan.Corrections.Select(c => (c.From, c.To)).Single());
    }
}
