using FaceFusion.Fusion;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Restorers;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Host;
using FaceFusion.Host.Description;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Node.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Parameters;

/// <summary>
/// Names that projects, scripts and presets refer to live for ever. <c>names.txt</c> holds them; a new one is added there,
/// a line is never changed or taken away.
/// </summary>
public class NamesTests
{
    private static readonly Type[] Menus =
        [typeof(IdentitySource), typeof(FaceOrder), typeof(Swapper), typeof(CropSide), typeof(MaskCombination), typeof(MaskView), typeof(Restorer), typeof(DetectorKind), typeof(LandmarksKind), typeof(RecogniserKind), typeof(SegmenterKind), typeof(ExecutionProvider), typeof(FeatherUnit), typeof(MatteChannel), typeof(ColourMethod), typeof(InputSpace), typeof(OutputMode)];

    [Fact]
    public void Every_name_is_the_one_in_the_list()
    {
        using OfxBundle bundle = NodeBinary.Open();
        foreach (ContextDescription context in bundle[NodeNames.Plugin].Describe().Contexts)
        {
            string[] names =
            [
                $"plugin {bundle[NodeNames.Plugin].Identifier}",
                .. context.Clips.Select(clip => $"clip {clip.Name}"),
                .. context.Params.Select(param => $"{param.Type["OfxParamType".Length..].ToLowerInvariant()} {param.Name}"),
                .. Menus.SelectMany(menu => Enum.GetNames(menu).Select(option => $"option {menu.Name}.{option}")),
            ];
            string list = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Node", "Parameters", "names.txt");
            Assert.Equal(File.ReadAllLines(list).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        }
    }
}
