using System.Security.Cryptography;
using System.Text;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

public sealed class BadInputTests
{
    [Theory, OnBoth]
    public async Task A_day_that_does_not_exist_a_word_for_a_number_and_a_negative_amount_refuse_their_rows_and_no_other(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.File("deals.csv", Generated.Header
            + "1,Good,Ana,Won,01.01.2026,15.03.2026,100\n2,No such day,Ana,Won,01.01.2026,31.02.2026,100\n3,A word,Ana,Won,01.01.2026,15.03.2026,much\n4,Below zero,Ana,Won,01.01.2026,15.03.2026,-5\n5,Also good,Ana,Won,02.01.2026,20.03.2026,7\n6,Third,Ana,Lost,02.01.2026,20.03.2026,8\n"));
        Assert.Equal(3, result.Refused);
        Assert.Contains(result.Remarks, r => r.Refused && r.Reason.Contains("31.02.2026"));
        Assert.Contains(result.Remarks, r => r.Refused && r.Reason.Contains("much"));
        Assert.Contains(result.Remarks, r => r.Refused && r.Reason.Contains("below zero"));
        Assert.False(result.Agrees);
        Assert.Equal(["Also good", "Good", "Third"], await tenant.InDb(db => db.Deals().Select(d => d.Name).OrderBy(n => n).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Right_to_left_text_and_emoji_come_in_as_they_are_and_a_name_of_10000_characters_is_refused_whole(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.File("deals.csv", Generated.Header + $"1,عرض السفينة 🚢,דנה,Won,2026-01-01,2026-03-15,1\n2,{new string('n', 10_000)},דנה,Won,2026-01-01,2026-03-15,1\n"));
        Assert.Equal(["عرض السفينة 🚢"], await tenant.InDb(db => db.Deals().Select(d => d.Name).ToListAsync()));
        Assert.Contains("10000", Assert.Single(result.Remarks, r => r.Refused).Reason.Replace(",", ""));
    }

    [Theory, OnBoth]
    public async Task What_1500_with_a_point_means_is_asked_and_answered_either_way(Engine engine)
    {
        var file = Generated.File("deals.csv", Generated.Header + "1,One,Ana,Won,2026-01-01,2026-03-15,1.500\n");
        foreach (var (answer, minor) in new[] { (",", 1_500_00L), (".", 1_50L) })
        {
            var tenant = await Generated.TenantAsync(engine);
            var question = Assert.Single((await tenant.WithRunner(r => r.LookAsync(file, default))).Questions);
            await tenant.ImportAsync(file, ImportOptions.Yes with { Answers = new Dictionary<string, string> { [question.Id] = answer } });
            Assert.Equal(minor, (await tenant.InDb(db => db.Deals().SingleAsync())).Amount);
        }
    }

    [Theory, OnBoth]
    public async Task Accounts_that_name_each_other_as_parents_come_in_and_the_ring_is_cut_and_told(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.File("accounts.csv", "account,parent account\nOne,Two\nTwo,Three\nThree,One\nFour,Four\n"));
        Assert.Equal((4, 0), (result.CreatedByKind["account"], result.Refused));
        Assert.Equal("Kept without its parent: “Three” would belong to itself.", Assert.Single(result.Remarks).Reason);
    }

    [Fact]
    public async Task Bytes_named_csv_a_table_of_something_else_and_an_empty_file_are_left_out_and_say_why()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        foreach (var file in new[] { Generated.File("noise.csv", RandomNumberGenerator.GetBytes(5_000)), Generated.File("other.csv", "colour,weight\nred,3\n"), Generated.File("empty.csv", "") })
        {
            var plan = await tenant.WithRunner(r => r.LookAsync(file, default));
            Assert.Null(Assert.Single(plan.Files).Kind);
            Assert.False(string.IsNullOrWhiteSpace(plan.Files[0].Note));
        }
    }

    [Fact]
    public async Task A_field_of_five_megabytes_is_refused_and_it_is_said_why()
    {
        var ana = await (await Generated.TenantAsync(Engine.Sqlite)).PersonAsync(Platform.Access.Role.Seller, "Ana Okafor");
        var answer = await ana.Browser.PostFormAsync("/accounts", ("Name", "Hafen Nord"), ("Description", new string('x', 5_000_000)));
        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("more than can be sent at once", await answer.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task A_file_without_a_column_it_needs_is_left_out_by_name_and_one_it_can_do_without_is_unknown(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var lacking = Assert.Single((await tenant.WithRunner(r => r.LookAsync(Generated.File("contacts.csv", "email,phone\nana@example.com,1\n"), default))).Files);
        Assert.Null(lacking.Kind);
        Assert.Contains("email, phone", lacking.Note);
        Assert.Equal(0, (await tenant.ImportAsync(Generated.File("deals.csv", "opportunity_id,name,sales_agent,deal_stage\n1,One,Ana,Prospecting\n"))).Refused);
        Assert.Null((await tenant.InDb(db => db.Deals().SingleAsync())).Amount);
    }

    [Fact]
    public async Task Of_two_columns_with_one_name_the_first_is_taken_and_it_is_said()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var file = Assert.Single((await tenant.WithRunner(r => r.LookAsync(Generated.File("accounts.csv", "account,account,sector\nFirst,Second,retail\n"), default))).Files);
        Assert.Equal("account", file.Kind);
        Assert.Equal((0, "name"), file.Columns.Where(c => c.Field is not null).Select(c => (c.Index, c.Field)).First());
        Assert.NotNull(file.Note);
    }

    [Theory, OnBoth]
    public async Task An_import_that_stops_in_the_middle_goes_on_and_takes_nothing_twice(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var rows = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},Deal {i},Ana,Won,2026-01-01,2026-03-15,{i}\n"));
        var (run, stop) = (Guid.Empty, new CancellationTokenSource());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tenant.WithRunner(async r =>
        {
            run = await r.StartAsync("deals.csv", await r.LookAsync(Generated.File("deals.csv", Generated.Header + rows), default), ImportOptions.Yes, default);
            return await r.ResumeAsync(run, new StopAfter(1_000, stop), stop.Token);
        }));
        Assert.InRange(await tenant.InDb(db => db.Deals().CountAsync()), 1, 4_999);
        var result = await tenant.WithRunner(r => r.ResumeAsync(run, null, default));
        Assert.Equal(5_000, await tenant.InDb(db => db.Deals().CountAsync()));
        Assert.Equal(5_000, result.CreatedByKind["opportunity"]);
        Assert.True(result.Agrees);
    }

    [Theory, OnBoth]
    public async Task A_deal_that_comes_again_while_it_is_still_being_saved_is_changed_and_not_made_twice(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        // As many as the first batch has: all of the second are being saved when it is read.
        var many = engine is Engine.Sqlite ? 100 : 1_000;
        var rows = string.Concat(new[] { 1, 2 }.SelectMany(time => Enumerable.Range(1, many).Select(i => $"{i},Deal {i},Ana,Won,2026-01-01,2026-03-15,{i * time}\n")));
        var result = await tenant.ImportAsync(Generated.File("deals.csv", Generated.Header + rows));
        Assert.Equal((many, many, 0), (result.CreatedByKind["opportunity"], result.Changed, result.Refused));
        var amounts = await tenant.InDb(db => db.Deals().OrderBy(d => d.Amount).Select(d => d.Amount).ToListAsync());
        Assert.Equal(Enumerable.Range(1, many).Select(i => (long?)i * 2 * 100), amounts);
    }

    private sealed class StopAfter(int rows, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done >= rows) stop.Cancel();
        }
    }
}
