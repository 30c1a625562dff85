using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>From the form of conditions back to its list: with them in the address, or with the form one test longer or shorter.</summary>
internal static class SetConditions
{
    public static IResult Do(HttpContext http)
    {
        var query = QueryValues.Of(http.Request.Query);
        if (LocalPath.Or(query["path"], "") is not { Length: > 0 } path || path.Contains('?')) return new Refused(StatusCodes.Status422UnprocessableEntity, T("This is not the address of a list."));
        var form = ConditionForm.Posted(query);
        var rest = QueryValues.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query["rest"] ?? "")));
        var address = new QueryBuilder(rest.Values.Where(v => v.Key is not ("where" or "edit" or "after")));
        var act = query["do"] ?? "show";
        // Without script a column is chosen and shown in one step: what it is compared with has to be asked first.
        if (act == "show" && ConditionForm.HasNewColumn(query)) act = "kept";
        if (act == "show")
        {
            if (form.Whole is { } whole) address.Add("where", whole.ToString());
            return Results.Redirect(path + address.ToQueryString());
        }
        if (rest["where"] is { } now) address.Add("where", now);
        var (next, at) = After(form, act);
        address.Add("edit", next.Kept);
        return Results.Redirect(path + address.ToQueryString() + (at is null ? "" : $"#{Ui.Field.IdOf("where", at)}"));
    }

    private static (ConditionForm Form, string? At) After(ConditionForm form, string act)
    {
        var groups = form.Groups.ToList();
        var parts = act.Split('.');
        var group = parts.Length > 1 && int.TryParse(parts[1], out var g) && g < groups.Count ? g : -1;
        switch (parts[0])
        {
            case "group":
                groups.Add(new(form.IsAny is false, [Empty(groups)]));
                return (form with { Groups = groups }, $"g{groups.Count - 1}.t0.column");
            case "test" when group >= 0:
                groups[group] = groups[group] with { Tests = [.. groups[group].Tests, Empty(groups)] };
                return (form with { Groups = groups }, $"g{group}.t{groups[group].Tests.Count - 1}.column");
            case "without" when group >= 0 && parts.Length > 2 && int.TryParse(parts[2], out var test):
                groups[group] = groups[group] with { Tests = [.. groups[group].Tests.Where((_, i) => i != test)] };
                if (groups[group].Tests.Count == 0) groups.RemoveAt(group);
                return (form with { Groups = groups }, null);
            default:
                // A column was chosen: what it is compared with comes next.
                return (form, group >= 0 && parts.Length > 2 ? $"g{group}.t{parts[2]}.how" : null);
        }
    }

    private static Condition.Test Empty(List<ConditionForm.Group> groups) => new(groups.SelectMany(g => g.Tests).Select(t => t.Column).LastOrDefault() ?? "", Comparison.Is, "");
}
