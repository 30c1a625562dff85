namespace Coxswain.Platform.Ui;

/// <summary>Number and Money are typed as text, because only the server knows the culture to read them by.</summary>
public enum FieldKind { Text, LongText, Number, Money, Date, Time, Email, Phone, Password, Link, Search, Choice, Suggest, Tick, OneOf, SomeOf, File }
