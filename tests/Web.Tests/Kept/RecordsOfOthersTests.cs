using System.Net.Http.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Pages;
namespace Coxswain.Web.Tests.Kept;

/// <summary>Who sees only their own records is told of nobody else's, wherever they look.</summary>
public sealed class RecordsOfOthersTests
{
    // What records of each kind are called and what was said on them; people, stages, products and own fields are everybody's.
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["account"] = ["Όλυμπος", "Αίγλη", "Ποσειδών", "ποσειδών.ελ", "Πειραιάς", "Ζητούν πλήρωμα", "Νέα προβλήτα", "Σχέδιο", "Νέος πελάτης", "Θέλουν γερανό", "Επίσκεψη", "Βλάβη", "Κάποιος στις αγορές", "Ο Βορράς", "Κερδίζουν όλοι", "Σύμβουλος"],
        ["contact"] = ["Νίκος", "νικος@", "Πλοίαρχος", "Το είπε", "Μάλωσαν", "Ναι, παρακαλώ"],
        ["lead"] = ["Ἄννα", "Πόντος", "έκθεση"],
        ["object-record"] = ["Μόλος", "Τριήρης"],
        ["opportunity"] = ["Γερανοί", "Κάβοι", "Άγκυρες", "Τηλεφώνημα"],
    };

    private static readonly string[] More = ["/opportunities?all=1", "/api/opportunities?all=1", "/opportunities?asOf=2026-07-23&all=1"];

    [Theory, OnBoth]
    public async Task A_seller_who_sees_only_their_own_reads_nothing_of_others_on_any_page_or_answer(Engine engine)
    {
        var (pages, admin) = await MakeAsync(engine);
        foreach (var kind in Words.Keys) await DecideAsync(admin, kind, "Own");
        var seller = await pages.Tenant.PersonAsync(Role.Seller, "Ζήνων");
        // The leader sees each of them somewhere, so that their absence says something.
        var all = await Everywhere.LookAsync(pages, pages.Leader, More);
        Assert.Empty(Words.Values.SelectMany(w => w).Except(Told(all)));
        Assert.Empty(Words.Values.SelectMany(w => w).Except(Told(all.Where(a => a.Url.StartsWith("/api/", StringComparison.Ordinal)))));
        await NothingAsync(pages, seller, [.. Words.Values.SelectMany(w => w)]);
    }

    [Theory, InlineData("account"), InlineData("contact"), InlineData("lead"), InlineData("object-record"), InlineData("opportunity")]
    public async Task A_seller_who_sees_everything_but_one_kind_reads_nothing_of_that_kind_beside_the_others(string kind)
    {
        var (pages, admin) = await MakeAsync(Engine.Sqlite);
        await DecideAsync(admin, kind, "Own");
        await NothingAsync(pages, await pages.Tenant.PersonAsync(Role.Seller, "Ζήνων"), Words[kind]);
    }

    private static IEnumerable<string> Told(IEnumerable<(string Url, string Text)> answers) => Words.Values.SelectMany(w => w).Where(w => answers.Any(a => a.Text.Contains(w, StringComparison.Ordinal)));

    private static async Task NothingAsync(EveryPage pages, TestViewer seller, string[] words)
    {
        string[] searches = [.. words.Select(w => $"/search?q={Uri.EscapeDataString(w)}"), .. words.Select(w => $"/api/search?q={Uri.EscapeDataString(w)}")];
        var told = (await Everywhere.LookAsync(pages, seller, [.. More, .. searches])).SelectMany(a => words.Where(w => a.Text.Replace(Asked(a.Url), "", StringComparison.Ordinal).Contains(w, StringComparison.Ordinal)).Select(w => $"{a.Url}: {w}")).ToList();
        Assert.True(told.Count == 0, string.Join("\n", told));
    }

    private static async Task<(EveryPage Pages, TestViewer Admin)> MakeAsync(Engine engine)
    {
        var pages = await EveryPage.MakeAsync(engine);
        return (pages, await pages.Tenant.PersonAsync(Role.Admin, "Ρέα"));
    }

    private static async Task DecideAsync(TestViewer admin, string kind, string whose)
    {
        var decided = await admin.Program.PostAsJsonAsync($"/api/roles/Seller/kinds/{kind}", new { see = whose, change = whose });
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
    }

    // A search repeats what it was asked for.
    private static string Asked(string url) => url.Contains("q=", StringComparison.Ordinal) ? Uri.UnescapeDataString(url[(url.IndexOf("q=", StringComparison.Ordinal) + 2)..]) : "\0";
}
