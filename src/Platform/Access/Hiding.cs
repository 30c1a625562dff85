using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Platform.Access;

/// <summary>
/// Leaves out of a reading what the viewer does not see. What was never read stands on no page, in no file and in no answer, whoever draws
/// them: it is as if nobody knew it.
/// </summary>
public static class Hiding
{
    /// <summary>The same reading with nothing in place of each hidden field, of the record itself and of those beside it.</summary>
    public static Expression<Func<TEntity, TView>> Seen<TEntity, TView>(this AppDb db, Expression<Func<TEntity, TView>> read) =>
        db.Reaches.Fields is { HidesAny: true } fields ? (Expression<Func<TEntity, TView>>)new Leaving(fields).Visit(read) : read;

    /// <summary>The same of a whole query: nothing is sorted, counted or chosen by a hidden field either. To be called last.</summary>
    public static IQueryable<T> Seen<T>(this IQueryable<T> rows, AppDb db) =>
        db.Reaches.Fields is { HidesAny: true } fields ? rows.Provider.CreateQuery<T>(new Leaving(fields).Visit(rows.Expression)) : rows;

    // What stands beside a record, as the past of a deal, keeps some of its fields under the same names.
    private static string? KindOf(Type type) => type.IsTracked() && type.GetCustomAttribute<KeptOfAttribute>() is null ? type.KindOf() : type.GetCustomAttribute<KeptOfAttribute>()?.Kind;

    // Own fields stand together in one column, which is read and then thinned.
    private static readonly MethodInfo Thinned = typeof(CustomValues).GetMethod(nameof(CustomValues.Without), [typeof(string), typeof(string), typeof(string)])!;

    private sealed class Leaving(FieldAccess fields) : ExpressionVisitor
    {
        private readonly string _hidden = string.Join('\n', fields.HiddenKinds.SelectMany(kind => fields.Hidden(kind).Where(f => f.StartsWith(CustomField.Prefix, StringComparison.Ordinal)).Select(f => $"{kind}/{f[CustomField.Prefix.Length..]}")));

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not { Type: var type } row || KindOf(type) is not { } kind) return base.VisitMember(node);
            if (fields.Hidden(kind).Contains(node.Member.Name)) return Expression.Default(node.Type);
            if (node.Member.Name != nameof(IHasCustomFields.CustomFields) || _hidden.Length == 0) return base.VisitMember(node);
            Expression of = kind == CustomObject.RecordKind ? Expression.Property(row, "ObjectKey") : Expression.Constant(kind);
            return Expression.Call(Thinned, node, of, Expression.Constant(_hidden));
        }
    }
}

/// <summary>Rows that keep fields of a record of another kind, so that what is hidden there is hidden here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptOfAttribute(string kind) : Attribute
{
    public string Kind => kind;
}
