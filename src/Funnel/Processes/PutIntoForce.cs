using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Puts the next edition of a process into force: for new deals, and for running ones where that is said.</summary>
internal static class PutIntoForce
{
    public sealed record Input
    {
        /// <summary>The process.</summary>
        public Guid Id { get; init; }

        /// <summary>Running deals go by it too; otherwise they stay on theirs.</summary>
        public bool TakesRunning { get; init; }

        /// <summary>What was learned that led to it.</summary>
        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<ChangeProcess.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Processes.SingleOrDefaultAsync(p => p.Id == input.Id && p.RetiredAt == null, ct) is not { } process) return Outcome.Missing;
        var latest = await db.ProcessEditions.Where(e => e.ProcessId == process.Id).Select(e => (int?)e.Number).MaxAsync(ct) ?? 0;
        if (!await db.ProcessSteps.AnyAsync(s => s.ProcessId == process.Id && (s.From == latest + 1 || s.To == latest), ct)) return Outcome.Refused(T("Nothing changed since edition {0}.", latest));
        db.Add(new ProcessEdition { ProcessId = process.Id, Number = latest + 1, InForceAt = clock.GetUtcNow().UtcDateTime, TakesRunning = input.TakesRunning, Because = string.IsNullOrWhiteSpace(input.Because) ? null : input.Because.Trim(), SaidById = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ChangeProcess.Changed(process.Id, process.Name)).Saying(input.TakesRunning ? T("{0}: edition {1} is in force, for running deals too.", process.Name, latest + 1) : T("{0}: edition {1} is in force. Running deals stay on theirs.", process.Name, latest + 1));
    }
}
