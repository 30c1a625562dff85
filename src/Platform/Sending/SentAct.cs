using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Sending;

/// <summary>What is known of an act that may be sent again: which, whose, and when by its device's clock.</summary>
/// <param name="Id">Version 7; the same however often it is sent.</param>
/// <param name="ActorId">Who did it there.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="SentAt">When it is sent, by the same clock.</param>
internal sealed record SentAct(Guid Id, Guid ActorId, DateTime At, DateTime SentAt)
{
    /// <summary>What waited longer than this is taken to have happened this long ago.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>A form with a key, rather than what waited on a device.</summary>
    public bool IsForm { get; private init; }

    /// <summary>It brings files.</summary>
    public bool IsUpload { get; private init; }

    /// <summary>The act of a form that was sent as forms are, where it carries a key.</summary>
    public static SentAct? OfForm(HttpRequest request, Guid actorId) =>
        request.HasFormContentType && FormKey.Of(request, actorId) is { } id ? new SentAct(id, actorId, default, default) { IsForm = true, IsUpload = request.Form.Files.Count > 0 } : null;

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
