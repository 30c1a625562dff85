using Coxswain.Platform.Data;
using Coxswain.Platform.Webhooks;
namespace Coxswain.Platform.Events;

/// <summary>Knows which reactions want which kinds of events, and writes what has to be delivered beside the event itself.</summary>
public sealed class Outbox(IEnumerable<IReaction> reactions)
{
    private readonly ILookup<string, string> _wanted = reactions.SelectMany(r => r.Kinds.Select(k => (Kind: k, r.Name))).ToLookup(r => r.Kind, r => r.Name);

    /// <summary>The rows with, behind each event, its deliveries.</summary>
    /// <param name="told">Events, and rows that stand beside them.</param>
    /// <param name="wants">The kinds the organisation's webhooks want, and the reactions it asked for.</param>
    internal IEnumerable<Entity> With(IEnumerable<Entity> told, Wants wants)
    {
        var (place, asked) = (0, AskedReactions.Read(wants.Reactions));
        foreach (var row in told)
        {
            yield return row;
            if (row is not Event happened) continue;
            var (isWanted, isAsked) = (WebhookKinds.Want(wants.Webhooks, happened.Kind), asked.Count > 0 && asked.Any(a => WebhookKinds.Want(a.Value, happened.Kind)));
            if (!isWanted && !isAsked && !_wanted.Contains(happened.Kind)) continue;
            place++;
            if (isWanted) yield return Of(happened, WebhookReaction.Known, place);
            if (isAsked) foreach (var one in asked.Where(a => WebhookKinds.Want(a.Value, happened.Kind))) yield return Of(happened, one.Key, place);
            foreach (var reaction in _wanted[happened.Kind]) yield return Of(happened, reaction, place);
        }
    }

    private static Delivery Of(Event happened, string reaction, int place) => new()
    {
        Reaction = reaction, EventId = happened.Id, EventKind = happened.Kind, SubjectId = happened.SubjectId, SubjectVersion = happened.SubjectVersion,
        Place = (happened.RecordedAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond * 1_000 + place, NextTryAt = happened.RecordedAt,
    };
}
