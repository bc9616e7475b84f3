"""Rewrites the 25 LayerNorm groups of bge-small so that ONNX Runtime before 1.30 yields, bit for bit, what the
AVX2/FMA LayerNorm kernel of 1.30 (MlasLayerNormKernelAvx2, microsoft/onnxruntime#31973) yields:
  mean = float(sum of doubles / n); d = x - mean; eight lanes v[l] = fma(d[8k+l], d[8k+l], v[l]), k ascending;
  var = ((v0+v4)+(v2+v6)) + ((v1+v5)+(v3+v7)); inv = 1/sqrt(var/n + eps); y = fma(d*inv, gamma, beta).
The lanes are the diagonal of an 8x8 product over k, which MLAS adds up in ascending k with fused multiply-adds;
products by 0/1 matrices add exactly two lanes each; a product of two floats is exact in double, so
float(double(a)*gamma+beta) is a fused multiply-add. 2*inv and gamma/2 (both exact)
stand for inv and gamma because the optimiser turns d*(1/s) into d/s, which rounds otherwise. Weights and integer operators stay as they are.
usage: rewrite.py in.onnx out.onnx"""
import sys, numpy as np, onnx
from onnx import helper as h, numpy_helper as nh, TensorProto as T

N, LANES = 384, 8
m = onnx.load(sys.argv[1]); g = m.graph
init = {i.name: i for i in g.initializer}
add1 = np.zeros((64, 4), np.float32)
for l in range(LANES): add1[l * 9, l % 4] = 1
add2 = np.zeros((4, 2), np.float32)
for l in range(4): add2[l, l % 2] = 1
shared = {'ln/split': np.array([0, 0, N // LANES, LANES], np.int64), 'ln/flat': np.array([0, 0, 64], np.int64),
          'ln/add1': add1, 'ln/add2': add2, 'ln/n': np.array(N, np.float32), 'ln/two': np.array(2, np.float32)}
const = {n.output[0]: nh.to_array(n.attribute[0].t) for n in g.node if n.op_type == 'Constant'}
starts = [n for n in g.node if n.op_type == 'ReduceMean' and n.output[0].endswith('/LayerNorm/ReduceMean_output_0')]
assert len(starts) == 25
drop, weights = set(), {}
prefixes = {n.output[0][:-len('/ReduceMean_output_0')]: n.input[0] for n in starts}
group = {p: {} for p in prefixes}
for n in g.node:                      # the last group's result has a name of its own, so go by the node's name
    p, _, k = n.name.rpartition('/')
    if p in group: group[p][k] = n

def build(p, x):
    o = group[p]; out = []
    assert [o[k].op_type for k in ('Sub', 'Pow', 'ReduceMean_1', 'Add', 'Sqrt', 'Div', 'Mul', 'Add_1')] == \
        ['Sub', 'Pow', 'ReduceMean', 'Add', 'Sqrt', 'Div', 'Mul', 'Add']
    eps = const[o['Add'].input[1]]; assert abs(float(eps) - 1e-12) < 1e-18
    shared['ln/eps'] = np.array(eps, np.float32)
    for role, nm in (('gamma', o['Mul'].input[1]), ('beta', o['Add_1'].input[1])):
        w = nh.to_array(init[nm]); assert w.shape == (N,) and w.dtype == np.float32
        weights[f'{p}/{role}'] = w.astype(np.float64) * (0.5 if role == 'gamma' else 1); drop.add(nm)
    def op(t, *ins, result=None, **a):
        r = f'{p}/r{len(out)}_{t}'
        out.append(h.make_node(t, list(ins), [result or r], name=r, **a)); return result or r
    mean = op('Cast', op('ReduceMean', op('Cast', x, to=T.DOUBLE), axes=[-1], keepdims=1), to=T.FLOAT)
    d = op('Sub', x, mean)
    cols = op('Reshape', d, 'ln/split')
    gram = op('MatMul', op('Transpose', cols, perm=[0, 1, 3, 2]), cols)
    two = op('MatMul', op('MatMul', op('Reshape', gram, 'ln/flat'), 'ln/add1'), 'ln/add2')
    var = op('Div', op('ReduceSum', two, axes=[-1], keepdims=1), 'ln/n')
    twice = op('Div', 'ln/two', op('Sqrt', op('Add', var, 'ln/eps')))
    y = op('Cast', op('Mul', d, twice), to=T.DOUBLE)
    op('Cast', op('Add', op('Mul', y, f'{p}/gamma'), f'{p}/beta'), to=T.FLOAT, result=o['Add_1'].output[0])
    return out

gone = {'ReduceMean', 'Sub', 'Pow', 'ReduceMean_1', 'Add', 'Sqrt', 'Div', 'Mul', 'Add_1'}
keep = []
for n in g.node:
    p, _, k = n.name.rpartition('/')
    if p in group and k == 'Add_1': keep += build(p, prefixes[p])
    elif not (p in group and k in gone): keep.append(n)
used = {i for n in keep for i in n.input}
keep = [n for n in keep if n.op_type != 'Constant' or n.output[0] in used]
del g.node[:]; g.node.extend(keep)
ini = [i for i in g.initializer if i.name not in drop] + [nh.from_array(v, k) for k, v in {**shared, **weights}.items()]
del g.initializer[:]; g.initializer.extend(ini)
del g.value_info[:]
onnx.checker.check_model(m)
onnx.save(m, sys.argv[2])
