using System.Text.Json;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>Writes down what happened where no tracked row changes: a sign-in, an export, a setting.</summary>
public static class Happening
{
    private const string Organisation = "organisation";

    /// <summary>Adds the event; the caller saves it with the rest of the act.</summary>
    /// <param name="db">Its viewer is the actor, unless said otherwise.</param>
    /// <param name="subjectKind">The kind of what it happened to, e.g. <c>organisation</c>.</param>
    /// <param name="subjectId">Which; <see cref="Guid.Empty"/> for the organisation.</param>
    /// <param name="news">What happened. Nothing personal: it is kept as it is.</param>
    /// <param name="actor">Who did it, where the viewer is the system on somebody's behalf.</param>
    /// <returns>The event.</returns>
    public static Event Happened(this AppDb db, string subjectKind, Guid subjectId, News news, Guid? actor = null)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var happened = new Event
        {
            Kind = news.Kind, Schema = news.Schema, SubjectKind = subjectKind, SubjectId = subjectId, TimelineId = subjectId, ActorId = actor ?? db.Viewer.PersonId,
            OccurredAt = news.OccurredAt ?? now, RecordedAt = now, SubjectVersion = 1, Data = JsonSerializer.Serialize(news, news.GetType()),
        };
        db.Add(happened);
        // Pages count by the settings of the organisation, which are in no tracked row.
        if (subjectKind == Organisation) db.IsSeen();
        return happened;
    }
}
