namespace Coxswain.Platform.Ui; internal static class X;
