namespace Coxswain.Platform.Ui;

/// <summary>What is wrong with a field, in words that say what to do. An empty field name means the form as a whole.</summary>
public sealed record FieldError(string Field, string Message);
