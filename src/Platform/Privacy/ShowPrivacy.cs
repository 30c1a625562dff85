using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tabular;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Privacy;

/// <summary>The register of processing, how long things are kept, what the last runs did, and what leaves the machine; made from what the code says of its tables.</summary>
internal static class ShowPrivacy
{
    public static async Task<Outcome<PrivacyView>> Do(AppDb db, IEnumerable<IProcessing> register, IEnumerable<IRetain> limits, IEnumerable<WayOut> ways, CancellationToken ct)
    {
        var all = limits.ToList();
        var set = await RetentionReads.LimitsAsync(db, all, ct);
        var runs = await db.Rows<RetentionRun>().AsNoTracking().OrderByDescending(r => r.Day).ThenBy(r => r.What).Take(all.Count * 7).ToListAsync(ct);
        return new PrivacyView(
            [.. Personal(register).Select(Line)], [.. all.Select(l => new LimitLine(l.What, l.Label, l.Then, l.Unit, set[l.What], l.Default, l.Least, l.Most))],
            [.. runs.Where(r => all.Exists(l => l.What == r.What)).Select(r => new RunLine(r.Day, all.Find(l => l.What == r.What)!.Label, r.Count))], await WaysAsync(db, ways, ct));
    }

    /// <summary>The register as a CSV file.</summary>
    public static async Task WriteAsync(HttpContext http, AppDb db, IEnumerable<IProcessing> register)
    {
        await ListExport.LeaveTraceAsync(http, "processing-register");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"processing-register.csv\"";
        await using var table = new TableWriter(http.Response.Body);
        await table.HeaderAsync([T("What"), T("About whom"), T("What is kept"), T("What for"), T("On what basis"), T("Who sees it"), T("How long"), T("Tables")], http.RequestAborted);
        foreach (var one in Personal(register))
            await table.Text(one.Name()).Text(PrivacyWords.Of(one.About)).Text(one.What()).Text(one.Purpose?.Invoke()).Text(one.Basis?.Invoke()).Text(one.SeenBy?.Invoke()).Text(one.Kept?.Invoke()).Text(string.Join(' ', one.Tables.Select(t => db.Model.FindEntityType(t)!.GetTableName()))).EndRowAsync(http.RequestAborted);
    }

    private static IEnumerable<Processing> Personal(IEnumerable<IProcessing> register) => register.SelectMany(r => r.Entries).Where(e => e.About is not About.Nobody);

    private static RegisterLine Line(Processing one) => new(one.Name(), one.About, one.What(), one.Purpose?.Invoke(), one.Basis?.Invoke(), one.SeenBy?.Invoke(), one.Kept?.Invoke());

    private static async Task<IReadOnlyList<WayLine>> WaysAsync(AppDb db, IEnumerable<WayOut> ways, CancellationToken ct)
    {
        var lines = new List<WayLine>();
        foreach (var way in ways) lines.Add(new(way.Name(), await way.Where(db, ct), way.Href));
        return lines;
    }
}

/// <summary>Sets how long something is kept. What is over by it goes with the next daily run.</summary>
internal static class ChangeRetention
{
    public sealed record Input
    {
        public string? What { get; init; }
        public int? Length { get; init; }
    }

    public sealed record Changed(string What, int Length);

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, IEnumerable<IRetain> limits, CancellationToken ct)
    {
        if (limits.FirstOrDefault(l => l.What == input.What) is not { } limit) return Outcome.Missing;
        if (input.Length is not { } length || length < limit.Least || length > limit.Most) return Outcome.Invalid("Length", T("Between {0} and {1}.", limit.Least, limit.Most));
        var row = await db.Rows<RetentionLimit>().SingleOrDefaultAsync(l => l.What == limit.What, ct);
        var before = row?.Length ?? limit.Default;
        if (row is null) db.Add(new RetentionLimit { What = limit.What, Length = length });
        else row.Length = length;
        if (before != length) db.Happened("organisation", Guid.Empty, new RetentionChanged(limit.What, before, length));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(limit.What, length)).Saying(T("Saved."));
    }
}

/// <summary>Something is kept longer or shorter.</summary>
internal sealed record RetentionChanged(string What, int Before, int After) : News("organisation.retention");

/// <summary>The page.</summary>
/// <param name="Register">What is kept about people.</param>
/// <param name="Limits">How long, where that can be set.</param>
/// <param name="Runs">What the last runs did, the newest first.</param>
/// <param name="Ways">What leaves the machine, or would if it were switched on.</param>
public sealed record PrivacyView(IReadOnlyList<RegisterLine> Register, IReadOnlyList<LimitLine> Limits, IReadOnlyList<RunLine> Runs, IReadOnlyList<WayLine> Ways);

/// <summary>One entry of the register, in words.</summary>
public sealed record RegisterLine(string Name, About About, string What, string? Purpose, string? Basis, string? SeenBy, string? Kept);

/// <summary>How long something is kept.</summary>
public sealed record LimitLine(string What, string Label, string Then, RetentionUnit Unit, int Length, int Default, int Least, int Most);

/// <summary>What one run did.</summary>
public sealed record RunLine(DateOnly Day, string Label, int Count);

/// <summary>Something that leaves the machine; to nowhere while it is switched off.</summary>
public sealed record WayLine(string Name, string? Where, string Href);

/// <summary>Words of the register.</summary>
internal static class PrivacyWords
{
    public static string Of(About about) => about switch { About.Outsiders => T("people outside"), About.OwnPeople => T("those who work here"), About.Both => T("people outside and those who work here"), _ => T("nobody") };

    public static string Of(RetentionUnit unit) => unit is RetentionUnit.Days ? T("days") : T("months");
}
