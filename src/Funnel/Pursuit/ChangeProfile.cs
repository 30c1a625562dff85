using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Puts the next edition of the profile into force: criteria whose weights come to exactly 100. Answers to questions in the same words stay.</summary>
internal static class ChangeProfile
{
    /// <summary>More criteria of customers, or of deals, nobody keeps in mind.</summary>
    public const int Most = 10;

    internal const int Whole = 100;
    private const int LongestText = 120;

    /// <summary>A criterion as it is said.</summary>
    /// <param name="Text">What is asked.</param>
    /// <param name="Weight">Of 100.</param>
    /// <param name="OfDeal">Asked of each deal, and not of the customer.</param>
    public sealed record Line(string? Text, int? Weight, bool OfDeal = false);

    public sealed record Input
    {
        /// <summary>The edition it was drawn from; 0 is whichever is in force.</summary>
        public int Version { get; init; }

        /// <summary>From so many of 100 an account fits.</summary>
        [Required, Range(1, Whole)]
        public int? FitsFrom { get; init; }

        /// <summary>What was learned.</summary>
        [StringLength(300)]
        public string? Because { get; init; }

        /// <summary>In their order, at most ten of customers and ten of deals; their weights come to 100 together.</summary>
        public IReadOnlyList<Line?>? Criteria { get; init; }
    }

    public static async Task<Outcome<ProfileView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var lines = (input.Criteria ?? []).Select((c, i) => new Row($"Criteria[{i}].", c?.Text?.Trim(), c?.Weight, c?.OfDeal is true)).ToList();
        return await SaveAsync(input, lines, db, clock, ct) is { } no ? no : Outcome.Done(await ShowProfile.ViewAsync(db, clock, ct));
    }

    public static async Task<Outcome<ProfileSaved>> OnPage(TypedProfile input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var saved = await SaveAsync(new() { Version = input.Version, FitsFrom = input.FitsFrom, Because = input.Because }, [.. input.Rows.Select((r, i) => new Row($"{i + 1}", r.Text?.Trim(), r.Weight, i >= Most)).Where(r => r.Text is not null || r.Weight is not null)], db, clock, ct);
        return saved is not null ? saved : Outcome.Done(new ProfileSaved()).Saying(T("The profile is in force."));
    }

    private sealed record Row(string At, string? Text, int? Weight, bool OfDeal)
    {
        // A field of a form ends with its place, one of a program's begins with it.
        public string Field(string name) => At.EndsWith('.') ? At + name : name + At;
    }

    private static async Task<Refusal?> SaveAsync(Input input, IReadOnlyList<Row> rows, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (today, now) = ((await Standing.ReadAsync(db, clock, ct)).Today, await FitReading.LatestAsync(db, ct));
        if (Wrong(rows) is { Any: true } problems) return Outcome.Invalid(problems);
        if (input.Version != 0 && now is not null && input.Version != now.Number) return Outcome.Invalid("", T("Somebody put edition {0} into force meanwhile. Look at it first, then say yours again.", now.Number));
        if (now is not null && now.FitsFrom == input.FitsFrom && now.Criteria.Select(c => (c.Text, c.Weight, c.IsOfDeal)).SequenceEqual(rows.Select(r => (r.Text!, r.Weight!.Value, r.OfDeal)))) return Outcome.Invalid("", T("Nothing changed since edition {0}.", now.Number));
        var profile = new FitProfile { Number = (now?.Number ?? 0) + 1, InForceOn = today, FitsFrom = input.FitsFrom!.Value, Because = string.IsNullOrWhiteSpace(input.Because) ? null : input.Because.Trim(), SaidById = db.Viewer.PersonId };
        db.Add(profile);
        db.AddRange(rows.Select((r, i) => new FitCriterion { FitProfileId = profile.Id, Position = i + 1, Text = r.Text!, Weight = r.Weight!.Value, IsOfDeal = r.OfDeal }));
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static Problems Wrong(IReadOnlyList<Row> rows)
    {
        var problems = new Problems().AddIf(rows.Count == 0, "", T("Say at least one criterion.")).AddIf(rows.Count(r => !r.OfDeal) > Most || rows.Count(r => r.OfDeal) > Most, "", T("At most {0} criteria of each: nobody keeps more in mind.", Most));
        foreach (var row in rows)
        {
            problems.AddIf(string.IsNullOrEmpty(row.Text), row.Field("Text"), T("Which criterion is it?")).AddIf(row.Text?.Length > LongestText, row.Field("Text"), T("At most {0} characters.", LongestText));
            problems.AddIf(row.Weight is null, row.Field("Weight"), T("How much does it weigh?")).AddIf(row.Weight is < 1 or > Whole, row.Field("Weight"), T("From 1 to 100."));
            problems.AddIf(!string.IsNullOrEmpty(row.Text) && rows.First(r => Folding.Fold(r.Text) == Folding.Fold(row.Text)) != row, row.Field("Text"), T("This stands there twice."));
        }
        var sum = rows.Sum(r => (long)(r.Weight ?? 0));
        if (!problems.Any && sum != Whole) problems.Add("", sum < Whole ? T("The weights come to {0}: {1} are missing to 100.", sum, Whole - sum) : T("The weights come to {0}: that is {1} more than 100.", sum, sum - Whole));
        return problems;
    }
}

/// <summary>The profile was put into force.</summary>
public sealed record ProfileSaved;

/// <summary>The form of the profile: a line for each criterion, ten of customers and then ten of deals.</summary>
internal sealed record TypedProfile
{
    public int Version { get; init; }

    [Required, Range(1, ChangeProfile.Whole)]
    public int? FitsFrom { get; init; }

    [StringLength(300)]
    public string? Because { get; init; }
    public string? Text1 { get; init; }
    public int? Weight1 { get; init; }
    public string? Text2 { get; init; }
    public int? Weight2 { get; init; }
    public string? Text3 { get; init; }
    public int? Weight3 { get; init; }
    public string? Text4 { get; init; }
    public int? Weight4 { get; init; }
    public string? Text5 { get; init; }
    public int? Weight5 { get; init; }
    public string? Text6 { get; init; }
    public int? Weight6 { get; init; }
    public string? Text7 { get; init; }
    public int? Weight7 { get; init; }
    public string? Text8 { get; init; }
    public int? Weight8 { get; init; }
    public string? Text9 { get; init; }
    public int? Weight9 { get; init; }
    public string? Text10 { get; init; }
    public int? Weight10 { get; init; }

    // From here on of deals.
    public string? Text11 { get; init; }
    public int? Weight11 { get; init; }
    public string? Text12 { get; init; }
    public int? Weight12 { get; init; }
    public string? Text13 { get; init; }
    public int? Weight13 { get; init; }
    public string? Text14 { get; init; }
    public int? Weight14 { get; init; }
    public string? Text15 { get; init; }
    public int? Weight15 { get; init; }
    public string? Text16 { get; init; }
    public int? Weight16 { get; init; }
    public string? Text17 { get; init; }
    public int? Weight17 { get; init; }
    public string? Text18 { get; init; }
    public int? Weight18 { get; init; }
    public string? Text19 { get; init; }
    public int? Weight19 { get; init; }
    public string? Text20 { get; init; }
    public int? Weight20 { get; init; }

    internal IReadOnlyList<(string? Text, int? Weight)> Rows => [(Text1, Weight1), (Text2, Weight2), (Text3, Weight3), (Text4, Weight4), (Text5, Weight5), (Text6, Weight6), (Text7, Weight7), (Text8, Weight8), (Text9, Weight9), (Text10, Weight10), (Text11, Weight11), (Text12, Weight12), (Text13, Weight13), (Text14, Weight14), (Text15, Weight15), (Text16, Weight16), (Text17, Weight17), (Text18, Weight18), (Text19, Weight19), (Text20, Weight20)];
}
