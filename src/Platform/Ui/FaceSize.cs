namespace Coxswain.Platform.Ui;

public enum FaceSize { Normal, Small, Large }
