using System.Security.Cryptography;
using Coxswain.Platform.Periods;
namespace Coxswain.Platform.Tenants;

/// <summary>An organisation and the settings everything counts by. One of the few global tables.</summary>
public sealed class Tenant
{
    public int Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>ISO 4217; sums are shown in it.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>IANA name; a day starts and ends here.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Language and formats of people who chose none; empty for what the browser of each asks for.</summary>
    public string Culture { get; set; } = "en";

    /// <summary>1 is January.</summary>
    public int FiscalStartMonth { get; set; } = 1;
    public DayOfWeek WeekStart { get; set; } = DayOfWeek.Monday;

    /// <summary>How quarters are cut.</summary>
    public QuarterPattern QuarterPattern { get; set; }

    /// <summary>Where a year of whole weeks begins; says nothing for calendar months.</summary>
    public YearStart YearStart { get; set; }

    /// <summary>Room for the files on records, in units of 2^20 bytes.</summary>
    public int FileRoomMegabytes { get; set; } = 10_240;

    /// <summary>How often a key of the API may ask in a minute.</summary>
    public int ApiPerMinute { get; set; } = 1_200;

    /// <summary>Assistants may use the tools at <c>/mcp</c>; off until an administrator says so.</summary>
    public bool OffersTools { get; set; }

    /// <summary>Sellers may open a shared plan to a customer by a link; off until an administrator says so.</summary>
    public bool SharesPlans { get; set; }

    /// <summary>A judgement in the plan of a deal that is older than so many days has aged.</summary>
    public int JudgementDays { get; set; } = 30;

    /// <summary>From so many of 100, as a seller states it, a deal is among those to be closed.</summary>
    public int CloseOutChance { get; set; } = 90;

    /// <summary>The kinds of events that webhooks want, comma separated, so that a save knows without asking; null for none.</summary>
    public string? WebhookKinds { get; set; }

    /// <summary>What reactions want that the organisation asked for, a line for each: its name, a space, and kinds of events, comma separated; null for none. See <see cref="Events.AskedReactions"/>.</summary>
    public string? ReactionKinds { get; set; }

    /// <summary>What the letters that stand for people are drawn by, so that nobody can tell who is who from their order.</summary>
    public byte[] LetterKey { get; private set; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>The newest date in imported data, where nothing newer has happened here; pages of old data stand as of this day.</summary>
    public DateOnly? DataThrough { get; set; }

    /// <summary>Counts changes of teams and roles, so that what was worked out from them can be kept until the next.</summary>
    public int AccessStamp { get; set; }
    public required DateTime MadeAt { get; init; }
}
