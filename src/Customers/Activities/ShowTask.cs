using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Activities;

/// <summary>One task as data.</summary>
internal static class ShowTask
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<TaskView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Todos.AsNoTracking().Where(t => t.Id == input.Id).Select(TaskReading.Reading(db)).SingleOrDefaultAsync(ct) is { } task ? TaskReading.Editable(db, [task])[0] : Outcome.Missing;
}
