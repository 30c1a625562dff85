using Coxswain.Customers.Consent;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Somebody a row is about.</summary>
internal sealed record ConsentRow(ImportRow Row, Entity Subject, string? Email);

/// <summary>
/// What a file says about being written to. A refusal is taken whoever owns the record, and no undo of the import takes it back. What a file
/// allows never undoes a refusal, unless the file says on which later day and by what words they came back.
/// </summary>
internal static class ConsentCells
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("optedOutAll", () => T("Wants no e-mail at all"), ImportType.YesNo) { Sets = [], Synonyms = ["unsubscribed", "unsubscribed from all email", "opted out", "email opt out", "do not email", "keine e mails"] },
        new("optedOut", () => T("Newsletter they refuse"), ImportType.YesNo) { Sets = [], EachOf = true },
        new("noCalls", () => T("Wants no calls"), ImportType.YesNo) { Sets = [], Synonyms = ["do not call", "phone opt out", "keine anrufe"] },
        new("newsletter", () => T("Agreed to the newsletter"), ImportType.YesNo) { Sets = [], Synonyms = ["newsletter consent", "email opt in", "newsletter einwilligung"] },
        new("consentOn", () => T("Agreed on"), ImportType.Date) { Sets = [], Synonyms = ["consent date", "opt in date", "einwilligung am"] },
        new("consentText", () => T("What they agreed to"), ImportType.Text) { Sets = [], Limit = 1_000, Synonyms = ["consent text", "consent evidence", "einwilligung wortlaut"] },
        new("legalBasis", () => T("Lawful basis"), ImportType.Text) { Sets = [], Limit = 500, Synonyms = ["legal basis", "lawful basis", "rechtsgrundlage"] },
        new("marketing", () => T("May get marketing"), ImportType.Text) { Sets = [], Synonyms = ["marketing contact status"] },
    ];

    private static readonly string[] Says = ["optedOutAll", "optedOut", "noCalls", "newsletter", "legalBasis"];

    /// <summary>Adds what the rows say; those that say nothing cost nothing.</summary>
    public static async Task TakeAsync(ImportBatch batch, IReadOnlyList<ConsentRow> rows, bool lead, CancellationToken ct)
    {
        var said = rows.Where(r => Says.Any(r.Row.Has)).ToList();
        if (said.Count == 0) return;
        var ids = said.Select(r => (Guid?)r.Subject.Id).ToList();
        var of = batch.Db.Rows<ConsentEntry>();
        var known = (await (lead ? of.Where(e => ids.Contains(e.LeadId)) : of.Where(e => ids.Contains(e.ContactId))).AsNoTracking().ToListAsync(ct)).ToLookup(e => lead ? e.LeadId!.Value : e.ContactId!.Value);
        foreach (var row in said) new Taking(batch, row, lead, [.. known[row.Subject.Id].Select(Line)]).Take();
        var stopped = said.Where(r => r.Row.YesNo("optedOutAll") is true).Select(r => Fingerprints.Clean(r.Email)).OfType<(string, bool)>();
        await SuppressionBook.AddAsync(batch.Db, stopped, SuppressionReason.Asked, T("From an import"), batch.KnownOn, ct);
    }

    private static ConsentLine Line(ConsentEntry e) => ConsentReading.Line(e);

    private sealed class Taking(ImportBatch batch, ConsentRow about, bool lead, List<ConsentLine> known)
    {
        private readonly ImportRow _row = about.Row;

        public void Take()
        {
            if (_row.YesNo("optedOutAll") is true) foreach (var purpose in Enum.GetValues<Purpose>()) Refuse(Channel.Mail, purpose, null, T("Wants no e-mail at all"));
            foreach (var topic in (_row.Text("optedOut") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)) Refuse(Channel.Mail, Purpose.Newsletter, topic.Trim(), T("Newsletter they refuse"));
            if (_row.YesNo("noCalls") is true) Refuse(Channel.Phone, Purpose.OneToOne, null, T("Wants no calls"));
            if (_row.YesNo("newsletter") is false) Refuse(Channel.Mail, Purpose.Newsletter, null, T("Agreed to the newsletter"));
            if (_row.YesNo("newsletter") is true && !IsKeptFromMarketing(_row.Text("marketing"))) Allow(Purpose.Newsletter, LegalGround.Consent, _row.Text("consentText"));
            if (_row.Text("legalBasis") is { } basis && Ground(basis) is { } ground) Allow(Purpose.OneToOne, ground, _row.Text("consentText") ?? basis);
        }

        private void Refuse(Channel channel, Purpose purpose, string? topic, string words)
        {
            if (ConsentRule.Deciding([.. known.Where(k => Folding.Fold(k.Topic) == Folding.Fold(topic) || k.Topic is null)], channel, purpose, topic) is { IsGiven: false }) return;
            Add(channel, purpose, topic, null, batch.KnownOn, words);
        }

        private void Allow(Purpose purpose, LegalGround ground, string? evidence)
        {
            var now = ConsentRule.Deciding(known, Channel.Mail, purpose, null);
            if (now is { IsGiven: true } && now.Ground == ground) return;
            var (on, words) = (_row.Date("consentOn"), _row.Text("consentText"));
            if (now is { IsGiven: false } no && (on is null || on <= no.On || words is null))
            {
                _row.Remark(T("They refused on {0}, and a file does not undo that: record it on their page, with what shows it.", DayText.Whole(no.On)));
                return;
            }
            if (string.IsNullOrWhiteSpace(evidence)) { _row.Remark(T("Consent without what shows it is not kept: add a column with what they agreed to.")); return; }
            Add(Channel.Mail, purpose, null, ground, on ?? batch.KnownOn, evidence);
        }

        private void Add(Channel channel, Purpose purpose, string? topic, LegalGround? ground, DateOnly on, string? evidence)
        {
            var entry = new ConsentEntry
            {
                ContactId = lead ? null : about.Subject.Id, LeadId = lead ? about.Subject.Id : null, Channel = channel, Purpose = purpose, Topic = topic is { Length: > 120 } ? topic[..120] : topic, IsGiven = ground is not null, Ground = ground, On = on,
                RecordedAt = batch.Now, Way = ConsentWay.Import, Evidence = evidence, PersonId = batch.Db.Viewer.PersonId,
            };
            batch.Add(entry);
            known.Add(Line(entry));
        }
    }

    // What that system sends no marketing to is paid for less; it is no word of theirs, and no consent either.
    private static bool IsKeptFromMarketing(string? status) => status is not null && Folding.Fold(status).StartsWith("non", StringComparison.Ordinal);

    private static LegalGround? Ground(string text)
    {
        var folded = Folding.Fold(text);
        if (folded.Contains("not applicable", StringComparison.Ordinal)) return null;
        if (folded.Contains("consent", StringComparison.Ordinal) || folded.Contains("einwilligung", StringComparison.Ordinal)) return LegalGround.Consent;
        if (folded.Contains("contract", StringComparison.Ordinal) || folded.Contains("vertrag", StringComparison.Ordinal)) return LegalGround.Contract;
        return folded.Contains("legitimate", StringComparison.Ordinal) || folded.Contains("berechtigt", StringComparison.Ordinal) ? LegalGround.LegitimateInterest : null;
    }
}
