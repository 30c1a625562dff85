using System.Diagnostics;
using System.Linq.Expressions;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Grouping;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>Conditions as one expression over rows.</summary>
internal static class ConditionSql
{
    /// <exception cref="WrongConditionException">A column is not there, or cannot be compared so.</exception>
    public static Expression<Func<TEntity, bool>> Of<TEntity, TRow>(Condition condition, IReadOnlyList<ListColumn<TEntity, TRow>> columns, ListDays days) where TEntity : Entity
    {
        var row = Expression.Parameter(typeof(TEntity));
        return Expression.Lambda<Func<TEntity, bool>>(Body(condition), row);

        Expression Body(Condition part) => part switch
        {
            Condition.Several several => several.Parts.Select(Body).Aggregate(several.IsAny ? Expression.OrElse : Expression.AndAlso),
            Condition.Test test => TestOf(test) is var tested ? new Swap(tested.Parameters[0], row).Visit(tested.Body)! : throw new UnreachableException(),
            _ => throw new UnreachableException(),
        };

        Expression<Func<TEntity, bool>> TestOf(Condition.Test test)
        {
            if (columns.FirstOrDefault(c => c.Id.Equals(test.Column, StringComparison.OrdinalIgnoreCase)) is not { } column) throw new WrongConditionException(T("There is no column {0} here: {1}.", test.Column, string.Join(", ", columns.Select(c => c.Id))));
            return column.Test(test.How, test.Value, days) ?? throw new WrongConditionException(T("{0} cannot be compared with {1} in this way.", column.Label(), test.Value));
        }
    }
}
