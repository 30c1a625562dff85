using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Sending;

/// <summary>What a device's outbox says of the act it sends: which, whose, and when by the device's clock.</summary>
/// <param name="Id">Made on the device, version 7; the same however often it is sent.</param>
/// <param name="ActorId">Who did it there.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="SentAt">When it is sent, by the same clock.</param>
internal sealed record SentAct(Guid Id, Guid ActorId, DateTime At, DateTime SentAt)
{
    /// <summary>What waited longer than this is taken to have happened this long ago.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Null for a form that was sent as forms are.</summary>
    public static SentAct? Of(FormState form) =>
        Guid.TryParse(form.Typed.GetValueOrDefault("_act"), out var id) && id != Guid.Empty && Guid.TryParse(form.Typed.GetValueOrDefault("_actor"), out var actor) && Moment(form, "_at") is { } at && Moment(form, "_sent") is { } sent
            ? new SentAct(id, actor, at, sent) : null;

    /// <summary>Only how long it waited is taken from the device: a clock that is wrong is wrong at both ends.</summary>
    public DateTime OccurredAt(DateTime now) => now - TimeSpan.FromTicks(Math.Clamp((SentAt - At).Ticks, 0, Longest.Ticks));

    /// <summary>Whoever is signed in now did not do it.</summary>
    public bool IsAnothers(CurrentViewer viewer) => viewer.Value.PersonId != ActorId;

    private static DateTime? Moment(FormState form, string field) =>
        long.TryParse(form.Typed.GetValueOrDefault(field), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_000_000 ? DateTime.UnixEpoch.AddMilliseconds(ms) : null;
}
