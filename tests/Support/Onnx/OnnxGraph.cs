namespace FaceFusion.TestSupport.Onnx;

/// <summary>
/// A small ONNX model written by hand: what it takes and gives has the names and shapes of a published network, and its
/// arithmetic is known. (onnx.proto3 of the ONNX project; IR version 8, opset 13.)
/// </summary>
/// <param name="isHalf">Whether its floats are of half precision, all that goes in and comes out too.</param>
public sealed class OnnxGraph(bool isHalf = false)
{
    private const int IrVersion = 8, Opset = 13;

    // Field numbers of onnx.proto3.
    private const int ModelIrVersion = 1, ModelGraph = 7, ModelOpset = 8, OpsetVersion = 2;
    private const int GraphNode = 1, GraphName = 2, GraphInitializer = 5, GraphInput = 11, GraphOutput = 12;
    private const int NodeInput = 1, NodeOutput = 2, NodeOperator = 4, NodeAttribute = 5;
    private const int AttributeName = 1, AttributeInteger = 3, AttributeIntegers = 8, AttributeType = 20;
    private const int IntegerAttribute = 2, IntegersAttribute = 7;
    private const int ValueName = 1, ValueType = 2, TypeTensor = 1, TensorTypeElement = 1, TensorTypeShape = 2, ShapeDimension = 1;
    private const int DimensionValue = 1, DimensionParameter = 2;
    private const int TensorDimension = 1, TensorElement = 2, TensorName = 8, TensorRaw = 9;
    private const int Float32 = 1, Float16 = 10, Int64 = 7;

    private readonly ProtobufMessage _graph = new ProtobufMessage().Text(GraphName, "graph");

    /// <summary>Something it takes, of floats.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">Its sizes; null for one that stays open.</param>
    public OnnxGraph Input(string name, params long?[] shape) => Add(GraphInput, Value(name, shape));

    /// <summary>Something it gives, of floats.</summary>
    /// <inheritdoc cref="Input"/>
    public OnnxGraph Output(string name, params long?[] shape) => Add(GraphOutput, Value(name, shape));

    /// <summary>An operation.</summary>
    /// <param name="kind">The operator, such as "Add".</param>
    /// <param name="inputs">What it takes.</param>
    /// <param name="output">What it gives.</param>
    /// <param name="attributes">Its attributes: integers and lists of them.</param>
    public OnnxGraph Node(string kind, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        ProtobufMessage node = new();
        foreach (string input in inputs)
            node.Text(NodeInput, input);
        node.Text(NodeOutput, output).Text(NodeOperator, kind);
        foreach ((string name, object value) in attributes)
        {
            ProtobufMessage attribute = new ProtobufMessage().Text(AttributeName, name);
            if (value is long[] many)
            {
                foreach (long one in many)
                    attribute.Number(AttributeIntegers, one);
                attribute.Number(AttributeType, IntegersAttribute);
            }
            else
            {
                attribute.Number(AttributeInteger, Convert.ToInt64(value, null)).Number(AttributeType, IntegerAttribute);
            }

            node.Message(NodeAttribute, attribute);
        }

        return Add(GraphNode, node);
    }

    /// <summary>A constant of floats.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="values">Its values, the last dimension fastest.</param>
    public OnnxGraph Constant(string name, long[] shape, params float[] values) =>
        isHalf ? Constant(name, shape, Array.ConvertAll(values, value => (Half)value)) : Constant(name, Float32, shape, BytesOf(values));

    /// <summary>A constant of half precision.</summary>
    /// <inheritdoc cref="Constant(string, long[], float[])"/>
    public OnnxGraph Constant(string name, long[] shape, params Half[] values) => Constant(name, Float16, shape, BytesOf(values));

    /// <summary>A constant of whole numbers.</summary>
    /// <inheritdoc cref="Constant(string, long[], float[])"/>
    public OnnxGraph Constant(string name, long[] shape, params long[] values) => Constant(name, Int64, shape, BytesOf(values));

    /// <summary>The file's bytes.</summary>
    /// <param name="opset">The version of the operators that the file asks for.</param>
    public byte[] ToArray(int opset = Opset) => new ProtobufMessage()
        .Number(ModelIrVersion, IrVersion)
        .Message(ModelGraph, _graph)
        .Message(ModelOpset, new ProtobufMessage().Number(OpsetVersion, opset))
        .ToArray();

    private static byte[] BytesOf<T>(T[] values)
        where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(values).ToArray();

    private OnnxGraph Constant(string name, int element, long[] shape, byte[] raw)
    {
        ProtobufMessage tensor = new();
        foreach (long size in shape)
            tensor.Number(TensorDimension, size);
        return Add(GraphInitializer, tensor.Number(TensorElement, element).Text(TensorName, name).Bytes(TensorRaw, raw));
    }

    private OnnxGraph Add(int field, ProtobufMessage message)
    {
        _graph.Message(field, message);
        return this;
    }

    private ProtobufMessage Value(string name, long?[] sizes)
    {
        ProtobufMessage shape = new();
        for (int i = 0; i < sizes.Length; i++)
        {
            shape.Message(ShapeDimension, sizes[i] is { } size
                ? new ProtobufMessage().Number(DimensionValue, size)
                : new ProtobufMessage().Text(DimensionParameter, $"{name}_{i}"));
        }

        ProtobufMessage type = new ProtobufMessage().Number(TensorTypeElement, isHalf ? Float16 : Float32).Message(TensorTypeShape, shape);
        return new ProtobufMessage().Text(ValueName, name).Message(ValueType, new ProtobufMessage().Message(TypeTensor, type));
    }
}
