using System.Globalization;
using System.Text;
using Coxswain.Customers;
using Coxswain.Customers.Import;
using Coxswain.Customers.Leads;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>
/// The leads of the invented company's fairs are kept in another system, which was made their master after its first export was taken in. In the
/// second one lead is gone, one says something else than what was written here meanwhile, and one cannot be read.
/// </summary>
internal static class OtherSystem
{
    private const string System = "Salesforce", Header = "Id,FirstName,LastName,Company,Title,Email,Phone,LeadSource,IsConverted,Status,Description,CreatedDate";
    private const int Vanishing = 2, ChangedOnBothSides = 4, Contacted = 6;

    private static readonly (string First, string Last, string Company, string Title, string Need)[] Visitors =
    [
        ("Hanna", "Virtanen", "Saimaa Timber", "Plant manager", "Asked for a plan of one yard"), ("Tomás", "Rey", "Duero Cellars", "Owner", "Wants to see it in the harvest"), ("Ingrid", "Moe", "Glomma Paper Mill", "Head of purchasing", "Compares three offers by spring"),
        ("Wim", "de Boer", "Waal Barges", "Operations director", "Loses an hour a truck at the gate"), ("Lucía", "Ferrer", "Ebro Packaging", "IT lead", "Their planning system is being replaced"), ("Marek", "Nowak", "Odra Castings", "Plant manager", "Would visit a site like theirs"),
        ("Aoife", "Brennan", "Shannon Dairy", "Quality lead", "Wants figures of waiting times"), ("Yusuf", "Aydın", "Marmara Textiles", "Managing director", "A second hall opens next year"), ("Klara", "Horák", "Vltava Glass", "Finance director", "Asks what it saves in the first year"),
    ];

    public static async Task TakeInAsync(IServiceProvider services, CompanyPlan plan, Viewer who, CancellationToken ct)
    {
        await TakeAsync(services, who, "leads-of-the-fairs.csv", Enumerable.Range(0, Visitors.Length).Select(n => Row(plan, n, "Open", null)), ct);
        await services.AsAsync(who, async (_, db) =>
        {
            var key = Key(ChangedOnBothSides);
            (await db.Rows<Lead>().SingleAsync(l => l.SourceId == key, ct)).Need = "Decides in January, with their finance director";
            // Said from now on: what its next export brings is locked here.
            db.Add(new SourceMaster { Kind = Customers.Kinds.Lead, System = System, IsComplete = true });
            await db.SaveChangesAsync(ct);
        });
        var later = Enumerable.Range(0, Visitors.Length).Where(n => n != Vanishing).Select(n => Row(plan, n, n == Contacted ? "Contacted" : "Open", n == ChangedOnBothSides ? "Replacement put off to the summer" : null));
        await TakeAsync(services, who, "leads-of-the-fairs-newer.csv", later.Append($"{Key(Visitors.Length)},Petra,Lind,Vättern Boats,Owner,petra.lind@vattern.example,,Fair,false,Open,Wants a call,the day before yesterday"), ct);
    }

    private static async Task TakeAsync(IServiceProvider services, Viewer who, string name, IEnumerable<string> rows, CancellationToken ct) => await services.AsAsync(who, async (own, _) =>
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header)) + '\n'));
        var runner = own.GetRequiredService<ImportRunner>();
        var planned = await runner.PlanAsync(await FilesToKeep.KeepAsync(own.GetRequiredService<DataFolder>(), name, content, ct), null, ct);
        var done = await runner.ResumeAsync(await runner.StartAsync(name, planned, new(), ct), null, ct);
        if (done.Created + done.Changed == 0) throw new InvalidOperationException($"The demo took nothing in of {name}.");
    });

    private static string Row(CompanyPlan plan, int nth, string status, string? need)
    {
        var (first, last, company, title, what) = Visitors[nth];
        var came = plan.Until.AddDays(-9 - nth * 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{Key(nth)},{first},{last},{company},{title},{Folding.Fold(first)}.{Folding.Fold(last).Replace(' ', '-')}@{Folding.Fold(company).Replace(' ', '-')}.example,,Fair,false,{status},\"{need ?? what}\",{came}T10:30:00.000Z";
    }

    private static string Key(int nth) => $"00Q8d00000Demo{nth:00}EAB";
}
