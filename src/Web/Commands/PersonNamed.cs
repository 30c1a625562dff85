using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Commands;

/// <summary>Finds a person by name, as typed at the command line.</summary>
internal static class PersonNamed
{
    /// <exception cref="Failure">Nobody, or several, go by that name.</exception>
    public static async Task<Guid?> FindAsync(AppDb db, string? name, CancellationToken ct)
    {
        if (name is null) return null;
        var folded = Folding.Fold(name);
        var found = await db.PersonRows().Where(p => p.FoldedName == folded).Select(p => p.Id).Take(2).ToListAsync(ct);
        return found switch
        {
            [var one] => one,
            [] => throw new Failure($"nobody here is called {name}."),
            _ => throw new Failure($"several people are called {name}."),
        };
    }
}
