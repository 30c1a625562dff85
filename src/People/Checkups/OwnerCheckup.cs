using System.Reflection;
using Coxswain.Platform.Checkups;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Checkups;

/// <summary>Every record belongs to somebody; and somebody can sign in.</summary>
internal sealed class OwnerCheckup : ICheckup
{
    private static readonly MethodInfo Unowned = typeof(OwnerCheckup).GetMethod(nameof(UnownedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var unowned = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IOwned)) && t.ClrType.IsAssignableTo(typeof(Entity))).ToList())
            if (await (Task<int>)Unowned.MakeGenericMethod(type.ClrType).Invoke(null, [db, ct])! is > 0 and var count) unowned.Add($"{count} of {type.ClrType.Name}");
        return
        [
            unowned is [] ? Checked.Good("Owners", "every record belongs to somebody") : Checked.Wrong("Owners", $"nobody owns {string.Join(", ", unowned)}: only administrators see them.", "Give them an owner."),
            await db.People.AnyAsync(p => p.LoginId != null, ct) ? Checked.Good("Sign-in", "somebody can sign in") : Checked.Watch("Sign-in", "nobody can sign in yet.", "Start cox serve and open the link it prints."),
        ];
    }

    // The system itself owns what the operator brought.
    private static Task<int> UnownedAsync<T>(AppDb db, CancellationToken ct) where T : Entity, IOwned
    {
        var people = db.People;
        return db.Rows<T>().CountAsync(r => r.OwnerId != Guid.Empty && !people.Any(p => p.Id == r.OwnerId), ct);
    }
}
