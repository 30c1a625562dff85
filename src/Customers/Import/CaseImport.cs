using System.Globalization;
using Coxswain.Customers.Import.Activities;
using Coxswain.Customers.Service.Cases;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Takes in cases of a help desk with their satisfaction scores. One is known by its key; whose it is, by the account, or by who asked.</summary>
internal sealed class CaseImport : IImportTarget
{
    private static readonly (CaseChannel Channel, string[] Words)[] Channels =
    [
        (CaseChannel.Phone, ["phone", "voice", "call", "telefon"]), (CaseChannel.Mail, ["mail"]), (CaseChannel.Chat, ["chat", "messag", "whatsapp", "sms"]), (CaseChannel.Portal, ["portal", "web", "form", "api", "help center"]), (CaseChannel.OnSite, ["on site", "visit", "vor ort"]),
    ];

    private static readonly (CaseRating Rating, string[] Words)[] Ratings =
    [
        (CaseRating.Bad, ["bad", "unhappy", "unsatisfied", "dissatisfied", "not satisfied", "negativ", "unzufrieden", "detractor", "schlecht"]), (CaseRating.Neutral, ["neutral", "passive", "okay"]), (CaseRating.Good, ["good", "happy", "satisfied", "positiv", "zufrieden", "promoter", "gut"]),
    ];

    public string Kind => Kinds.ServiceCase;
    public string Label => T("Cases in service");
    public int Order => 62;
    public IReadOnlyList<string> NeedsOneOf { get; } = ["contact", "account", "accountName", "email"];
    public IReadOnlyList<string> LooksFor => ActivityPlaces.LooksFor;
    public IReadOnlyList<string> FileNames => ["ticket", "case", "support", "vorgang"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Limit = 60, Synonyms = ["ticket id", "case id", "case number", "ticket number", "record id", "id"] },
        new("subject", () => T("Subject"), ImportType.Text) { Limit = 2_000, Required = true, Synonyms = ["ticket subject", "ticket name", "title", "summary", "betreff"] },
        new("owner", () => T("Who saw to it"), ImportType.Reference) { Tells = true, To = "person", Synonyms = ["agent", "assignee", "ticket owner", "case owner", "assigned to", "solved by", "zustandig"] },
        new("openedOn", () => T("Opened on"), ImportType.Date) { Required = true, Synonyms = ["opened", "created", "created at", "created date", "create date", "date opened", "eroffnet am"] },
        new("solvedOn", () => T("Solved on"), ImportType.Date) { Synonyms = ["solved", "solved at", "closed", "closed at", "close date", "date closed", "resolved at", "gelost am"] },
        new("status", () => T("Status"), ImportType.Text) { Sets = ["SolvedOn"], Synonyms = ["ticket status", "case status"] },
        new("rating", () => T("How they found it"), ImportType.Text) { Sets = ["Rating", "Stars"], Synonyms = ["satisfaction", "satisfaction score", "satisfaction rating", "csat", "csat score", "zufriedenheit"] },
        new("ratedOn", () => T("Rated on"), ImportType.Date) { Synonyms = ["rated at", "satisfaction date", "survey date"] },
        new("channel", () => T("How they came"), ImportType.Text) { Synonyms = ["via", "ticket channel", "kanal"] },
        new("askedFor", () => T("Asked for by name"), ImportType.Reference) { To = "person", Synonyms = ["requested agent", "preferred agent"] },
        new("email", () => T("E-mail"), ImportType.Text) { Sets = ["ContactId"], Synonyms = ["requester email", "requester e mail", "customer email", "contact email", "email address"] },
        .. ActivityPlaces.Fields.Where(f => f.Name is "contact" or "account" or "accountName"),
    ];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var (keys, mails) = (batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList(), batch.Rows.Select(r => r.Text("email")).OfType<string>().Select(Folding.Fold).Distinct().ToList());
        var known = (await batch.Db.ServiceCases.Where(c => keys.Contains(c.SourceId!)).ToListAsync(ct)).DistinctBy(c => c.SourceId).ToDictionary(c => c.SourceId!);
        var here = (await batch.Db.Contacts.Where(c => c.AccountId != null && mails.Contains(c.FoldedEmail!)).Select(c => new { c.FoldedEmail, c.Id, c.AccountId }).ToListAsync(ct)).Select(c => (Mail: c.FoldedEmail!, c.Id, c.AccountId));
        var tried = mails.SelectMany(m => (batch.Tried?.Mailed(Kinds.Contact, m) ?? []).Where(t => t.AccountId is not null).Select(t => (Mail: m, t.Id, t.AccountId)));
        var asked = tried.Concat(here).DistinctBy(c => (c.Mail, c.Id)).GroupBy(c => c.Mail).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => (g.Single().Id, g.Single().AccountId));
        var (places, taken) = (await ActivityPlaces.OfAsync(batch, ct), new HashSet<string>());
        return [.. batch.Rows.Select(r => Take(batch, r, Place(r, places.Of(r), r.Text("email") is { } mail && asked.TryGetValue(Folding.Fold(mail), out var who) ? who : (null, null)), known, taken))];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.ServiceCases.Where(c => ids.Contains(c.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => ((ServiceCase)row).Subject;

    public void Remove(AppDb db, Entity row, DateTime now) => ((ServiceCase)row).RemovedAt = now;

    public string? KeyOf(ImportRow row) => row.Text("sourceId") ?? $"#{row.Number}";

    // Who asked says where they work, unless the row names the account itself.
    private static ActivityPlace Place(ImportRow row, ActivityPlace place, (Guid? Contact, Guid? Account) asked) =>
        place with { AccountId = row.Id("accountName") ?? place.AccountId ?? asked.Account, ContactId = place.ContactId ?? (row.Id("accountName") is { } named && named != asked.Account ? null : asked.Contact) };

    private RowResult Take(ImportBatch batch, ImportRow row, ActivityPlace place, Dictionary<string, ServiceCase> known, HashSet<string> taken)
    {
        var key = row.Text("sourceId");
        if (key is not null && !taken.Add(key)) return RowResult.Refused(row.Number, T("The key {0} stands here twice.", key));
        var there = key is null ? null : known.GetValueOrDefault(key);
        if (there is null && place.AccountId is null) return RowResult.Refused(row.Number, T("Whose case it is is not known here: import accounts and contacts first, or with it."));
        if (there is not null && !batch.Db.MayEdit(Kind, there)) return RowResult.Refused(row.Number, T("This belongs to someone else. Ask its owner to change it."));
        if (row.Date("solvedOn") < row.Date("openedOn")) return RowResult.Refused(row.Number, T("It cannot be solved before it was opened."));
        var made = there ?? new ServiceCase { AccountId = place.AccountId!.Value, Subject = "", OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, OpenedOn = row.Date("openedOn")!.Value, SourceId = key };
        if (there is null && row.Id("owner") is null) row.Remark(T("Nobody is named who saw to it: it stands with you."));
        Fill(made, row, place, batch);
        if (there is null) batch.Add(made);
        return new RowResult(row.Number, there is null ? RowAction.Created : batch.Db.Entry(made).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, made);
    }

    private static void Fill(ServiceCase made, ImportRow row, ActivityPlace place, ImportBatch batch)
    {
        made.Subject = Short(row.Text("subject")!);
        (made.OwnerId, made.OpenedOn) = (row.Id("owner") ?? made.OwnerId, row.Date("openedOn")!.Value);
        made.SolvedOn = row.Date("solvedOn") ?? (ActivityCells.IsOpen(row.Text("status")) ? null : made.SolvedOn);
        made.ContactId = place.ContactId ?? made.ContactId;
        made.AskedForId = row.Id("askedFor") ?? made.AskedForId;
        if (row.Text("channel") is { } by) made.Channel = Found(by, Channels) ?? CaseChannel.Other;
        if (row.Text("rating") is not { } said) return;
        var (stars, rating) = (StarsIn(said), Found(said, Ratings));
        if (stars is null && rating is null) { if (!IsUnasked(said)) row.Remark(T("“{0}” is no satisfaction we know: left out.", said)); return; }
        if (made.Rating is null || made.Stars != stars || stars is null && made.Rating != rating) made.Rate(rating, stars, row.Date("ratedOn") ?? made.RatedOn ?? made.SolvedOn ?? made.OpenedOn, T("Import"), batch.Db.Viewer.PersonId);
    }

    private static int? StarsIn(string said) => double.TryParse(said.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var stars) && stars is >= 1 and <= 5 && stars % 1 == 0 ? (int)stars : null;

    // What a help desk writes where it asked and nobody answered, or did not ask.
    private static bool IsUnasked(string said) => Folding.Fold(said) is "offered" or "unoffered" or "not offered" or "none" or "n/a" or "unrated" or "-";

    private static T? Found<T>(string said, (T Value, string[] Words)[] all) where T : struct =>
        Folding.Fold(said) is var folded ? all.Where(a => a.Words.Any(w => folded.Contains(w, StringComparison.Ordinal))).Select(a => (T?)a.Value).FirstOrDefault() : null;

    private static string Short(string text) => text.Length <= 200 ? text : text[..199] + "…";
}
