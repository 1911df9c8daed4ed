namespace FaceFusion.Node;

/// <summary>
/// The names that saved projects and scripts refer to. They never change.
/// </summary>
internal static class NodeNames
{
    public const string Plugin = "net.facefusion-ofx.FaceFusion";

    /// <summary>The product's version, as in Directory.Build.props: written out, because describing must not look into assemblies.</summary>
    public const string ProductVersion = "0.1.0";

    public const string SourceClip = "Source";
    public const string IdentityClip = "Identity";
    public const string MatteClip = "Matte";
    public const string OutputClip = "Output";

    public const string IdentityFile = "identityFile";
    public const string IdentityFile2 = "identityFile2";
    public const string IdentityFile3 = "identityFile3";
    public const string IdentityFile4 = "identityFile4";
    public const string IdentityFrom = "identityFrom";
    public const string ReloadIdentity = "reloadIdentity";
    public const string Reloads = "reloads";
    public const string FaceOrder = "faceOrder";
    public const string FaceNumber = "faceNumber";
    public const string FacePoint = "facePoint";
    public const string PickFace = "pickFace";
    public const string Analyse = "analyse";
    public const string Analysis = "analysis";
    public const string LeftOut = "leftOut";
    public const string ShowFaces = "showFaces";
    public const string PersonDistance = "personDistance";
    public const string Shape = "shape";
    public const string Eyes = "eyes";
    public const string Swapper = "swapper";
    public const string SwapperFile = "swapperFile";
    public const string IdentityAmount = "identityAmount";
    public const string CropSide = "cropSide";
    public const string PlateDetail = "plateDetail";
    public const string MaskBox = "maskBox";
    public const string MaskOutline = "maskOutline";
    public const string MaskRegion = "maskRegion";
    public const string MaskOcclusion = "maskOcclusion";
    public const string MaskNetwork = "maskNetwork";
    public const string RegionSkin = "regionSkin";
    public const string RegionBrows = "regionBrows";
    public const string RegionEyes = "regionEyes";
    public const string RegionLips = "regionLips";
    public const string RegionMouth = "regionMouth";
    public const string MaskCombination = "maskCombination";
    public const string MaskGrowth = "maskGrowth";
    public const string MaskBlur = "maskBlur";
    public const string MaskView = "maskView";
    public const string Restorer = "restorer";
    public const string RestorerFile = "restorerFile";
    public const string RestorerBlend = "restorerBlend";
    public const string RestorerFidelity = "restorerFidelity";
    public const string Expression = "expression";
    public const string ExpressionUpper = "expressionUpper";
    public const string ExpressionLower = "expressionLower";
    public const string EditBrows = "editBrows";
    public const string EditGazeHorizontal = "editGazeHorizontal";
    public const string EditGazeVertical = "editGazeVertical";
    public const string EditEyesOpen = "editEyesOpen";
    public const string EditLipsOpen = "editLipsOpen";
    public const string EditGrim = "editGrim";
    public const string EditPout = "editPout";
    public const string EditPurse = "editPurse";
    public const string EditSmile = "editSmile";
    public const string EditMouthHorizontal = "editMouthHorizontal";
    public const string EditMouthVertical = "editMouthVertical";
    public const string EditPitch = "editPitch";
    public const string EditYaw = "editYaw";
    public const string EditRoll = "editRoll";
    public const string Mix = "mix";
    public const string Feather = "feather";
    public const string FeatherUnit = "featherUnit";
    public const string FeatherTop = "featherTop";
    public const string FeatherBottom = "featherBottom";
    public const string FeatherLeft = "featherLeft";
    public const string FeatherRight = "featherRight";
    public const string UseMatte = "useMatte";
    public const string MatteChannel = "matteChannel";
    public const string InvertMatte = "invertMatte";
    public const string ColourMethod = "colourMethod";
    public const string ColourStrength = "colourStrength";
    public const string Grain = "grain";
    public const string Sharpness = "sharpness";
    public const string Detector = "detector";
    public const string ExecutionProvider = "executionProvider";
    public const string Landmarks = "landmarks";
    public const string Recogniser = "recogniser";
    public const string Occlusion = "occlusion";
    public const string InputSpace = "inputSpace";
    public const string Output = "output";
    public const string FrameDataFile = "frameDataFile";
    public const string PresetFile = "presetFile";
    public const string LoadPreset = "loadPreset";
    public const string SavePreset = "savePreset";
    public const string Reset = "reset";
    public const string AboutVersion = "aboutVersion";
    public const string AboutNetworks = "aboutNetworks";

    /// <summary>The photos of one person, the first first.</summary>
    public static readonly string[] IdentityFiles = [IdentityFile, IdentityFile2, IdentityFile3, IdentityFile4];

    /// <summary>Photos of the people of the plate, by person.</summary>
    public static readonly string[] PersonFiles = ["personFile", "personFile2", "personFile3", "personFile4"];

    /// <summary>The buttons that remember them.</summary>
    public static readonly string[] RememberPersons = ["rememberPerson", "rememberPerson2", "rememberPerson3", "rememberPerson4"];

    /// <summary>Their faces as remembered.</summary>
    public static readonly string[] PersonFaces = ["personFace", "personFace2", "personFace3", "personFace4"];

    /// <summary>Where they are in the frames in which they were found.</summary>
    public static readonly string[] PersonPoints = ["personPoint", "personPoint2", "personPoint3", "personPoint4"];

    /// <summary>The frames in which they were found.</summary>
    public static readonly string[] PersonFrames = ["personFrames", "personFrames2", "personFrames3", "personFrames4"];

    /// <summary>Who is put in for them; the first has the node's own identity.</summary>
    public static readonly string[] PersonIdentities = [IdentityFile, "personIdentity2", "personIdentity3", "personIdentity4"];
}
