using System.Linq.Expressions;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
namespace Coxswain.Platform.CustomFields;

/// <summary>A value of a record's own fields inside a statement, as both engines read it from JSON.</summary>
public static class CustomSql
{
    /// <summary>A text; null where the field is empty.</summary>
    public static string? Text(string? json, string key) => throw new NotSupportedException("Only inside a statement.");

    /// <summary>A number; null where the field is empty.</summary>
    public static double? Number(string? json, string key) => throw new NotSupportedException("Only inside a statement.");

    internal static void Map(ModelBuilder model, Engine engine)
    {
        var sqlite = engine is Engine.Sqlite;
        model.HasDbFunction(typeof(CustomSql).GetMethod(nameof(Text))!).HasTranslation(args => Extract(args, sqlite, typeof(string)));
        model.HasDbFunction(typeof(CustomSql).GetMethod(nameof(Number))!).HasTranslation(args =>
            sqlite ? Extract(args, sqlite, typeof(double)) : new SqlUnaryExpression(System.Linq.Expressions.ExpressionType.Convert, Extract(args, sqlite, typeof(string)), typeof(double), null));
    }

    /// <summary>Whether a field leads to a record.</summary>
    /// <param name="field">A link.</param>
    /// <param name="id">What it leads to.</param>
    public static Expression<Func<TEntity, bool>> LeadsTo<TEntity>(CustomField field, Guid id) where TEntity : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(TEntity));
        var value = Expression.Call(typeof(CustomSql), nameof(Text), null, Expression.Property(row, nameof(IHasCustomFields.CustomFields)), Expression.Constant(CustomValues.SortKey(field)));
        return Expression.Lambda<Func<TEntity, bool>>(Expression.Equal(value, Expression.Constant(id.ToString())), row);
    }

    /// <summary>What rows answer in a choice field; those that answer nothing are left out.</summary>
    public static IQueryable<FieldAnswer> Answers<TEntity>(IQueryable<TEntity> rows, CustomField field) where TEntity : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(TEntity));
        var text = Expression.Call(typeof(CustomSql), nameof(Text), null, Expression.Property(row, nameof(IHasCustomFields.CustomFields)), Expression.Constant(field.Key));
        var answer = Expression.MemberInit(Expression.New(typeof(FieldAnswer)), Expression.Bind(typeof(FieldAnswer).GetProperty(nameof(FieldAnswer.Id))!, Expression.Property(row, nameof(Entity.Id))), Expression.Bind(typeof(FieldAnswer).GetProperty(nameof(FieldAnswer.Answer))!, text));
        return rows.Select(Expression.Lambda<Func<TEntity, FieldAnswer>>(answer, row)).Where(a => a.Answer != null);
    }

    /// <summary>The same expression as an index is made on.</summary>
    internal static string IndexOn(CustomField field, Engine engine) => engine is Engine.Sqlite
        ? $"json_extract(\"custom_fields\", '{Path(CustomValues.SortKey(field))}')"
        : field.IsNumeric ? $"CAST(jsonb_extract_path_text(\"custom_fields\", '{CustomValues.SortKey(field)}') AS double precision)" : $"jsonb_extract_path_text(\"custom_fields\", '{CustomValues.SortKey(field)}')";

    private static SqlExpression Extract(IReadOnlyList<SqlExpression> args, bool sqlite, Type type)
    {
        var key = (string)((SqlConstantExpression)args[1]).Value!;
        return sqlite
            ? new SqlFunctionExpression("json_extract", [args[0], new SqlConstantExpression(Path(key), typeof(string), args[1].TypeMapping)], nullable: true, [true, false], type, null)
            : new SqlFunctionExpression("jsonb_extract_path_text", [args[0], args[1]], nullable: true, [true, false], typeof(string), null);
    }

    private static string Path(string key) => $"$.\"{key}\"";
}

/// <summary>What a row answers in a field.</summary>
public sealed record FieldAnswer
{
    public Guid Id { get; init; }
    public string? Answer { get; init; }
}
