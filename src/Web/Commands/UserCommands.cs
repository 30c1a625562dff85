using System.ComponentModel;
using Coxswain.People;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>What commands about one person take.</summary>
internal class UserSettings : PrintSettings
{
    [CommandArgument(0, "<NAME>"), Description("The person's name, or e-mail address")]
    public string Name { get; init; } = "";
}

/// <summary>Finds people and teams by what was typed, and tells how an act ended.</summary>
internal static class Users
{
    /// <exception cref="Failure">Nobody, or several, go by that name.</exception>
    public static async Task<PersonLine> NamedAsync(IServiceProvider scope, string name, CancellationToken ct)
    {
        var people = (await Staff.ListAsync(scope, ct)).View!.People.Where(p => p.IsHere).ToList();
        var folded = Platform.Data.Folding.Fold(name);
        var found = people.Where(p => Platform.Data.Folding.Fold(p.Name) == folded || Platform.Data.Folding.Fold(p.Email) == folded).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new Failure($"nobody here is called {name}. cox user list says who is."),
            _ => throw new Failure($"several people are called {name}: name one by e-mail address."),
        };
    }

    /// <exception cref="Failure">There is no such team.</exception>
    public static async Task<Guid?> TeamAsync(IServiceProvider scope, string? name, CancellationToken ct)
    {
        if (name is null) return null;
        var teams = (await Staff.ListAsync(scope, ct)).View!.Teams;
        var folded = Platform.Data.Folding.Fold(name);
        return teams.FirstOrDefault(t => Platform.Data.Folding.Fold(t.Name) == folded)?.Id
            ?? throw new Failure(teams.Count == 0 ? "there are no teams yet." : $"there is no team {name}. There are: {string.Join(", ", teams.Select(t => t.Name))}.");
    }

    /// <exception cref="Failure">The act said no.</exception>
    public static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.View! : throw new Failure(string.Join(" ", outcome.Problems.Messages.Values.DefaultIfEmpty("that person is no longer here.")));

    public static int Say(PrintSettings settings, object data, string line)
    {
        if (settings.Json) Output.Data(data);
        else Output.Line(line);
        return 0;
    }
}

/// <summary><c>cox user list</c></summary>
internal sealed class ListUsersCommand : Work<PrintSettings>
{
    protected override async Task<int> DoAsync(Workplace workplace, PrintSettings settings, CancellationToken ct)
    {
        var view = await workplace.DoAsync(async scope => Users.Done(await Staff.ListAsync(scope, ct)));
        var teams = view.Teams.ToDictionary(t => t.Id, t => t.Name);
        var rows = view.People.Select(p => new { p.Id, p.Name, p.Email, p.Role, Team = p.TeamId is { } team ? teams[team] : null, p.CanSignIn, p.IsHere }).ToList();
        if (settings.Json) Output.Data(rows);
        else Output.Table(["Name", "E-mail", "Role", "Team", ""], rows.Select(p => (IReadOnlyList<string>)[p.Name, p.Email ?? "", p.Role.ToString(), p.Team ?? "", p.IsHere ? p.CanSignIn ? "signs in" : "" : "has left"]));
        return 0;
    }
}

/// <summary><c>cox user add NAME</c></summary>
internal sealed class AddUserCommand : Work<AddUserCommand.Asked>
{
    internal sealed class Asked : UserSettings
    {
        [CommandOption("--email <ADDRESS>"), Description("The name to sign in with")]
        public string? Email { get; init; }

        [CommandOption("--role <ROLE>"), Description("staff, seller, support, trainer, recruiter, manager, leader or admin; seller where not said")]
        public string? Role { get; init; }

        [CommandOption("--team <NAME>"), Description("The team joined")]
        public string? Team { get; init; }
    }

    protected override async Task<int> DoAsync(Workplace workplace, Asked settings, CancellationToken ct)
    {
        var role = Typed.Choice("--role", settings.Role, Role.Seller);
        var added = await workplace.DoAsync(async scope => Users.Done(await Staff.AddAsync(scope, settings.Name, settings.Email, role, await Users.TeamAsync(scope, settings.Team, ct), ct)));
        return Users.Say(settings, added, $"{settings.Name} is added. cox user invite lets them sign in.");
    }
}
