namespace Coxswain.Platform.Access;

/// <summary>What a person does here. One role a person; what it allows is in <see cref="Permissions"/> and nowhere else.</summary>
public enum Role { Staff, Seller, Support, Trainer, Recruiter, Manager, Leader, Admin }
