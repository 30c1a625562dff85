namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>Something that speaks for or against two records being one.</summary>
internal enum Sign
{
    SameName, NearName, Initials, OtherFamilyName, OtherName, OtherGeneration, OtherForm,
    SameMail, SamePost, SameMobile, SamePhone, SameSite, SameAccount, SameHost, SamePlace,
    OtherMail, OtherSite, OtherAccount, OtherPlace, OtherCountry, Group,
}

/// <summary>Points for what was found, as the guide publishes them. Two records are offered from 70 on, and are certain from 95.</summary>
internal static class Points
{
    public const int Offered = 70, Certain = 95;

    public static int OfAccounts(Sign sign) => sign switch
    {
        Sign.SameName => 70,
        Sign.NearName => 60,
        Sign.OtherName => -60,
        Sign.SameSite => 30,
        Sign.SamePhone => 15,
        Sign.SamePlace => 10,
        Sign.OtherSite => -40,
        Sign.OtherPlace => -30,
        Sign.OtherCountry => -40,
        Sign.OtherForm => -80,
        Sign.Group => -100,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Not a sign of accounts."),
    };

    public static int OfPeople(Sign sign) => sign switch
    {
        Sign.SameName => 40,
        Sign.NearName => 35,
        Sign.Initials => 20,
        Sign.OtherFamilyName => -20,
        Sign.OtherName => -60,
        Sign.OtherGeneration => -100,
        Sign.SameMail => 60,
        Sign.SamePost => 10,
        Sign.SameMobile => 60,
        Sign.SamePhone => 10,
        Sign.SameAccount => 35,
        Sign.SameHost => 25,
        Sign.OtherMail => -30,
        Sign.OtherAccount => -25,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Not a sign of people."),
    };
}

/// <summary>What speaks for two records being one, and how much.</summary>
/// <param name="Signs">Each with its points, those for it first.</param>
internal sealed record Verdict(IReadOnlyList<(Sign Sign, int Points)> Signs)
{
    public static Verdict None { get; } = new([]);

    /// <summary>Between 0 and 100.</summary>
    public int Score { get; } = Math.Clamp(Signs.Sum(s => s.Points), 0, 100);

    public bool IsOffered => Score >= Points.Offered;

    public bool IsCertain => Score >= Points.Certain;

    /// <summary>As it is kept: "SameName:40 SameMail:60".</summary>
    public string Written => string.Join(' ', Signs.Select(s => $"{s.Sign}:{s.Points}"));

    public static Verdict Of(IEnumerable<Sign> signs, Func<Sign, int> points) => new([.. signs.Select(s => (s, points(s))).OrderByDescending(s => s.Item2)]);

    /// <summary>What was kept, without what this version no longer knows.</summary>
    public static IReadOnlyList<(Sign Sign, int Points)> Read(string written) =>
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split(':')).Where(w => w.Length == 2 && Enum.IsDefined(typeof(Sign), w[0])).Select(w => (Enum.Parse<Sign>(w[0]), int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture)))];
}
