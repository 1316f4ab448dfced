"""Starts moto's own server with the facts put back that moto 5.2.1 drops: python repairs.py -p PORT

Only the answers of the emulated AWS are nearer to the real ones; the AWS SDKs and the AWS CLI are never changed.
"""
from __future__ import annotations
import argparse, copy, ipaddress, json, sys

SUFFIX = {"aws": "amazonaws.com", "aws-cn": "amazonaws.com.cn", "aws-us-gov": "amazonaws.com"}
PATCHES = {}


def patch(name):
    def wrap(f):
        PATCHES[name] = f
        return f
    return wrap


def suffix_of(region):
    from moto.utilities.utils import get_partition
    return SUFFIX.get(get_partition(region), "amazonaws.com")


# ---------------------------------------------------------------- API Gateway
@patch("F1")
def integration_connection_id():
    """An integration keeps connectionId (plain: dropped; the whole VPC link reference is lost)."""
    from moto.apigateway import models as m, responses as r
    plain_json = m.Integration.to_json

    def to_json(self):
        out = plain_json(self)
        if getattr(self, "connection_id", None):
            out["connectionId"] = self.connection_id
        out["connectionType"] = out.get("connectionType") or "INTERNET"
        out["timeoutInMillis"] = out.get("timeoutInMillis") or 29000
        out["passthroughBehavior"] = out.get("passthroughBehavior") or "WHEN_NO_MATCH"
        return {k: v for k, v in out.items() if v is not None}
    m.Integration.to_json = to_json
    plain_put = r.APIGatewayResponse.put_integration

    def put_integration(self):
        status, headers, _ = plain_put(self)
        p = self.path.split("/")
        integ = self.backend.get_integration(p[2], p[4], p[6])
        integ.connection_id = self._get_param("connectionId")
        return status, headers, json.dumps(integ.to_json())
    r.APIGatewayResponse.put_integration = put_integration


@patch("F2")
def rest_api_patches():
    """UpdateRestApi understands /endpointConfiguration/vpcEndpointIds, removal of the policy and 'false'."""
    from moto.apigateway import models as m, responses as r
    plain = m.RestAPI.apply_patch_operations

    def apply(self, ops):
        rest = []
        for op in ops:
            path, kind, value = op["path"], op["op"], op.get("value", "")
            if path.startswith("/endpointConfiguration/vpcEndpointIds"):
                ids = list(self.endpoint_configuration.get("vpcEndpointIds") or [])
                tail = path.split("/")[3:]
                value = value or (tail[0] if tail else "")
                if kind == "add" and value not in ids:
                    ids.append(value)
                if kind == "remove":
                    ids = [i for i in ids if i != value]
                self.endpoint_configuration["vpcEndpointIds"] = ids
            elif path == "/policy" and (kind == "remove" or value == ""):
                self.policy = None
            elif path == "/disableExecuteApiEndpoint":
                self.disableExecuteApiEndpoint = str(value).lower() == "true"
            else:
                rest.append(op)
        plain(self, rest)
    m.RestAPI.apply_patch_operations = apply
    # AWS answers with the policy JSON-escaped once more; the SDKs hand the escaped text to the caller.
    plain_dict = m.RestAPI.to_dict

    def to_dict(self):
        out = plain_dict(self)
        if out.get("policy"):
            out["policy"] = escape_policy(out["policy"])
        else:
            out.pop("policy", None)
        return {k: v for k, v in out.items() if v is not None}
    m.RestAPI.to_dict = to_dict


def escape_policy(text):
    """Real GetRestApi answers  {\\\"Version\\\":...}  : the stored JSON with each quote and backslash escaped, no outer quotes."""
    try:
        text = json.dumps(json.loads(text), separators=(",", ":"))
    except ValueError:
        pass
    return json.dumps(text)[1:-1]


@patch("F3")
def missing_updates():
    """UpdateIntegration, UpdateMethod, UpdateVpcLink (plain: not implemented)."""
    from moto.apigateway import responses as r
    cls = r.APIGatewayResponse
    names = {"/type": "integration_type", "/uri": "uri", "/httpMethod": "http_method", "/connectionType": "connection_type",
             "/connectionId": "connection_id", "/credentials": "credentials", "/passthroughBehavior": "passthrough_behaviour"}

    def ops(self):
        return self._get_param("patchOperations") or []

    def update_integration(self):
        p = self.path.split("/")
        i = self.backend.get_integration(p[2], p[4], p[6])
        for op in ops(self):
            path, value = op["path"], op.get("value")
            if path in names:
                setattr(i, names[path], value if op["op"] != "remove" else None)
            elif path == "/timeoutInMillis":
                i.timeout_in_millis = int(value)
            elif path.startswith("/tlsConfig"):
                i.tls_config = dict(i.tls_config or {})
                i.tls_config["insecureSkipVerification"] = str(value).lower() == "true"
            elif path.startswith("/requestParameters/"):
                i.request_parameters = dict(i.request_parameters or {})
                key = path.split("/", 2)[2]
                if op["op"] == "remove":
                    i.request_parameters.pop(key, None)
                else:
                    i.request_parameters[key] = value
        return json.dumps(i.to_json())
    cls.update_integration = update_integration

    def update_method(self):
        p = self.path.split("/")
        m = self.backend.get_method(p[2], p[4], p[6])
        for op in ops(self):
            path, value = op["path"], op.get("value")
            if path == "/apiKeyRequired":
                m.api_key_required = str(value).lower() == "true"
            if path == "/authorizationType":
                m.authorization_type = value
            if path == "/authorizerId":
                m.authorizer_id = value
        return json.dumps(m.to_json())
    cls.update_method = update_method

    def update_vpc_link(self):
        v = self.backend.get_vpc_link(self.path.split("/")[-1])
        for op in ops(self):
            if op["path"] == "/name":
                v.name = op["value"]
            if op["path"] == "/description":
                v.description = op["value"]
        return json.dumps(v.to_json())
    cls.update_vpc_link = update_vpc_link


@patch("F4")
def vpc_link_status():
    """A VPC link has a statusMessage and a status that the control path can set."""
    from moto.apigateway import models as m
    plain = m.VpcLink.to_json

    def to_json(self):
        out = plain(self)
        if getattr(self, "status_message", None):
            out["statusMessage"] = self.status_message
        return {k: v for k, v in out.items() if v is not None}
    m.VpcLink.to_json = to_json


@patch("F5")
def deployments():
    """A deployment carries apiSummary (embed=apisummary), GetExport shows the deployed snapshot with the
    integrations and the policy, and a second deployment to a stage keeps the stage's settings."""
    from moto.apigateway import models as m, responses as r
    plain_create = m.RestAPI.create_deployment

    def create_deployment(self, name, description, stage_variables=None):
        if self.endpoint_configuration.get("types") == ["PRIVATE"] and not self.policy:
            from moto.apigateway.exceptions import BadRequestException
            raise BadRequestException("Private REST API doesn't have a resource policy attached to it")
        before = self.stages.get(name) if name else None
        d = plain_create(self, name, description, stage_variables)
        d.summary = {res.get_path(): {verb: {"authorizationType": meth.authorization_type or "NONE",
                                             "apiKeyRequired": bool(meth.api_key_required)}
                                      for verb, meth in res.resource_methods.items()}
                     for res in self.resources.values() if res.resource_methods}
        d.snapshot = {"policy": self.policy, "name": self.name, "paths": {
            res.get_path(): {verb: copy.deepcopy(meth.to_json()) for verb, meth in res.resource_methods.items()}
            for res in self.resources.values() if res.resource_methods}}
        if before is not None:
            before.deployment_id = d.id
            if stage_variables:
                before.variables = stage_variables
            self.stages[name] = before
        return d
    m.RestAPI.create_deployment = create_deployment

    def delete_deployment(self, deployment_id):
        # Only a stage that points to it holds a deployment; plain moto looks at the name of the stage that it was made for.
        from moto.apigateway.exceptions import DeploymentNotFoundException, StageStillActive
        if deployment_id not in self.deployments:
            raise DeploymentNotFoundException()
        if any(stage.deployment_id == deployment_id for stage in self.stages.values()):
            raise StageStillActive()
        return self.deployments.pop(deployment_id)
    m.RestAPI.delete_deployment = delete_deployment

    def to_json(self, summary=False):
        out = {"id": self.id, "createdDate": self.created_date}
        if self.description:
            out["description"] = self.description
        if summary:
            out["apiSummary"] = getattr(self, "summary", {})
        return out
    m.Deployment.to_json = to_json

    def wants(self):
        e = (self.querystring or {}).get("embed")
        return bool(e) and any("apisummary" in str(x).lower() for x in (e if isinstance(e, list) else [e]))

    def get_deployment(self):
        p = self.path.split("/")
        api = self.backend.get_rest_api(p[2])
        if p[4] not in api.deployments:
            return self.error("NotFoundException", "Invalid Deployment identifier specified", 404)
        return json.dumps(api.deployments[p[4]].to_json(wants(self)))

    def get_deployments(self):
        p = self.path.split("/")
        return json.dumps({"item": [d.to_json(wants(self)) for d in self.backend.get_deployments(p[2])]})
    r.APIGatewayResponse.get_deployment = get_deployment
    r.APIGatewayResponse.get_deployments = get_deployments

    def get_export(self):
        p = self.path.split("/")
        api_id, stage, kind = p[-5], p[-3], p[-1]
        api = self.backend.get_rest_api(api_id)
        if stage not in api.stages:
            return self.error("NotFoundException", "Invalid stage identifier specified", 404)
        q = self.querystring or {}
        ext = q.get("extensions") or []
        ext = ",".join(ext) if isinstance(ext, list) else ext
        snap = api.deployments[api.stages[stage].deployment_id].snapshot
        body = {"openapi": "3.0.1"} if kind == "oas30" else {"swagger": "2.0"}
        body |= {"info": {"title": snap["name"], "version": "1"},
                 "servers": [{"url": f"https://{api.id}.execute-api.{api.region_name}.{suffix_of(api.region_name)}/{{basePath}}",
                              "variables": {"basePath": {"default": stage}}}], "paths": {}}
        for path, verbs in snap["paths"].items():
            body["paths"][path] = {}
            for verb, meth in verbs.items():
                one = {"responses": {c: {"description": c} for c in (meth.get("methodResponses") or {})}}
                if meth.get("apiKeyRequired"):
                    one["security"] = [{"api_key": []}]
                if ext:
                    if meth.get("authorizationType") == "AWS_IAM":
                        one["security"] = [{"sigv4": []}]
                    if meth.get("methodIntegration"):
                        one["x-amazon-apigateway-integration"] = dict(meth["methodIntegration"])
                body["paths"][path][verb.lower() if verb != "ANY" else "x-amazon-apigateway-any-method"] = one
        if "apigateway" in ext and snap["policy"]:
            body["x-amazon-apigateway-policy"] = json.loads(snap["policy"])
        return 200, {"Content-Type": "application/octet-stream"}, json.dumps(body).encode()
    r.APIGatewayResponse.get_export = get_export


# ---------------------------------------------------------------- EC2
@patch("F6")
def endpoints():
    """Interface endpoints: addresses inside their subnets, security groups on their interfaces, real DNS names."""
    from moto.ec2.models import vpcs as v
    from moto.ec2.utils import random_resource_id
    B = v.VPCBackend
    plain_create = B.create_vpc_endpoint

    def refresh(backend, e):
        region = backend.region_name
        hz, suf = e.hosted, suffix_of(region)
        svc = e.service_name.split(f".{region}.")[-1]
        base = f"{e.id}-{e.hash}"
        names = [f"{base}.{svc}.{region}.vpce.{suf}"]
        for s in e.subnet_ids or []:
            names.append(f"{base}-{backend.get_subnet(s).availability_zone}.{svc}.{region}.vpce.{suf}")
        entries = [{"dns_name": n, "hosted_zone_id": hz} for n in names]
        if e.private_dns_enabled:
            entries += [{"dns_name": n, "hosted_zone_id": e.private_zone}
                        for n in (f"{svc}.{region}.{suf}", f"*.{svc}.{region}.{suf}")]
        e.dns_entries = entries
        for eni_id in e.network_interface_ids:
            eni = backend.enis.get(eni_id)
            if eni:
                eni._group_set = [backend.get_security_group_from_id(g) for g in e.security_group_ids]

    def add_eni(backend, e, subnet_id):
        sub = backend.get_subnet(subnet_id)
        eni = backend.create_network_interface(sub, free_ip(backend, sub), group_ids=list(e.security_group_ids),
                                               description=f"VPC Endpoint Interface {e.id}")
        eni.interface_type, eni.requester_managed, eni.status = "vpc_endpoint", True, "in-use"
        e.network_interface_ids.append(eni.id)

    def create(self, vpc_id, service_name, endpoint_type, *a, **k):
        if not endpoint_type or endpoint_type.lower() != "interface":
            return plain_create(self, vpc_id, service_name, endpoint_type, *a, **k)
        subnets = k.get("subnet_ids") or []
        k["subnet_ids"] = []
        if not k.get("security_group_ids"):
            k["security_group_ids"] = [self.get_default_security_group(vpc_id).id]
        if k.get("private_dns_enabled") is None:
            k["private_dns_enabled"] = True
        k["private_dns_enabled"] = str(k["private_dns_enabled"]).lower() == "true"
        e = plain_create(self, vpc_id, service_name, endpoint_type, *a, **k)
        e.hash, e.hosted, e.private_zone = random_resource_id(8), "Z" + random_resource_id(13).upper(), "Z" + random_resource_id(13).upper()
        e.subnet_ids, e.network_interface_ids = list(subnets), []
        for s in subnets:
            add_eni(self, e, s)
        refresh(self, e)
        return e
    B.create_vpc_endpoint = create

    plain_modify = v.VPCEndPoint.modify

    def modify(self, policy_doc, add_subnets, remove_subnets, *a, **k):
        old = list(self.subnet_ids or [])
        plain_modify(self, policy_doc, add_subnets, remove_subnets, *a, **k)
        if hasattr(self, "hash"):
            for s in [s for s in self.subnet_ids if s not in old]:
                add_eni(self.ec2_backend, self, s)
            for s in [s for s in old if s not in self.subnet_ids]:
                for eni_id in list(self.network_interface_ids):
                    if self.ec2_backend.enis[eni_id].subnet.id == s:
                        self.ec2_backend.enis.pop(eni_id)
                        self.network_interface_ids.remove(eni_id)
            refresh(self.ec2_backend, self)
    v.VPCEndPoint.modify = modify
    v.VPCEndPoint.refresh_names = lambda self: refresh(self.ec2_backend, self)

    from moto.ec2.responses.vpcs import VPCs
    from moto.core.responses import ActionResult
    plain_resp = VPCs.modify_vpc_endpoint

    def modify_vpc_endpoint(self):
        out = plain_resp(self)
        e = self.ec2_backend.vpc_end_points[self._get_param("VpcEndpointId")]
        dns = self._get_param("PrivateDnsEnabled")
        if dns is not None:
            e.private_dns_enabled = str(dns).lower() == "true"
        if str(self._get_param("ResetPolicy")).lower() == "true":
            e.policy_document = json.dumps(v.VPCEndPoint.DEFAULT_POLICY)
        if hasattr(e, "hash"):
            e.refresh_names()
        return out
    VPCs.modify_vpc_endpoint = modify_vpc_endpoint

    # deleted endpoints leave the list (plain: they stay for ever in state "deleted")
    plain_describe = B.describe_vpc_endpoints

    def describe(self, vpc_end_point_ids, filters=None):
        return [e for e in plain_describe(self, vpc_end_point_ids, filters) if e.state != "deleted"]
    B.describe_vpc_endpoints = describe


def free_ip(backend, subnet):
    used = {e.private_ip_address for e in backend.enis.values() if e.subnet.id == subnet.id}
    net = ipaddress.ip_network(subnet.cidr_block)
    hosts = list(net.hosts())[3:]
    start = (sum(map(ord, subnet.id)) * 7 + len(used) * 13) % len(hosts)
    for n in range(len(hosts)):
        ip = str(hosts[(start + n) % len(hosts)])
        if ip not in used:
            return ip
    raise RuntimeError("subnet full")


@patch("F10")
def acls_and_routes():
    """A NACL of one's own starts with AWS's deny-all entries; a route over a deleted peering connection is a blackhole."""
    from moto.ec2.models import network_acls as n, route_tables as t
    plain = n.NetworkAclBackend.create_network_acl

    def create(self, vpc_id, tags=None, default=False):
        a = plain(self, vpc_id, tags, default)
        if not default:
            for egress in (True, False):
                self.create_network_acl_entry(network_acl_id=a.id, rule_number=32767, protocol="-1", rule_action="deny", egress=egress, cidr_block="0.0.0.0/0",
                                              icmp_code=None, icmp_type=None, port_range_from=None, port_range_to=None, ipv6_cidr_block=None)
        return a
    n.NetworkAclBackend.create_network_acl = create

    def state(self):
        p = getattr(self, "vpc_pcx", None)
        code = getattr(getattr(p, "_status", None), "code", None)
        return "blackhole" if p is not None and code in ("deleted", "rejected", "failed", "expired") else "active"
    t.Route.state = property(state)


# ---------------------------------------------------------------- ELBv2
@patch("F7")
def load_balancers():
    """NLB: DNS name of the region's partition, interfaces in its subnets, the PrivateLink switch, targets by (id, port),
    target health that can be set, 'unused' without a listener."""
    from moto.elbv2 import models as m, responses as r
    import secrets
    B = m.ELBv2Backend
    plain_create = B.create_load_balancer

    def create(self, name, security_groups, subnet_ids, *a, **k):
        lb = plain_create(self, name, security_groups, subnet_ids, *a, **k)
        if lb.type == "network":
            self.load_balancers.pop(lb.arn)
            taken = self.tagging_service.get_tag_dict_for_resource(lb.arn)
            self.tagging_service.delete_all_tags_for_resource(lb.arn)
            lb.arn = lb.arn.replace(":loadbalancer/app/", ":loadbalancer/net/")
            self.load_balancers[lb.arn] = lb
            self.tagging_service.tag_resource(lb.arn, [{"Key": x, "Value": y} for x, y in taken.items()])
            tail = lb.arn.rsplit("/", 1)[1]
            lb.dns_name = f"{name}-{tail}.elb.{self.region_name}.{suffix_of(self.region_name)}"
            if lb.security_groups:
                lb.enforce_security_group_inbound_rules_on_private_link_traffic = "on"
            ec2 = self.ec2_backend
            for s in lb.subnets:
                eni = ec2.create_network_interface(s, free_ip(ec2, s), group_ids=list(security_groups or []) or None,
                                                   description=f"ELB net/{name}/{tail}")
                if not security_groups:
                    eni._group_set = []
                eni.interface_type, eni.requester_managed, eni.status = "network_load_balancer", True, "in-use"
            lb.state = "active"
        return lb
    B.create_load_balancer = create

    plain_delete = B.delete_load_balancer

    def delete(self, arn):
        lb = self.load_balancers.get(arn)
        if lb is not None and lb.type == "network":
            mark = "ELB " + arn.split(":loadbalancer/")[1]
            for i in [i for i, e in self.ec2_backend.enis.items() if e.description == mark]:
                self.ec2_backend.enis.pop(i)
        return plain_delete(self, arn)
    B.delete_load_balancer = delete

    plain_set = r.ELBV2Response.set_security_groups

    def set_security_groups(self):
        out = plain_set(self)
        arn = self._get_param("LoadBalancerArn")
        lb = self.elbv2_backend.load_balancers[arn]
        v = self._get_param("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
        if v:
            lb.enforce_security_group_inbound_rules_on_private_link_traffic = v
        mark = "ELB " + arn.split(":loadbalancer/")[1]
        for e in self.elbv2_backend.ec2_backend.enis.values():
            if e.description == mark:
                e._group_set = [self.elbv2_backend.ec2_backend.get_security_group_from_id(g) for g in lb.security_groups]
        return out
    r.ELBV2Response.set_security_groups = set_security_groups

    T = m.FakeTargetGroup

    def key(self, t):
        return f"{t['Id']}|{t.get('Port') or self.port}"

    def register(self, targets):
        for t in targets:
            self.targets[key(self, t)] = {"Id": t["Id"], "Port": t.get("Port") or self.port, "AvailabilityZone": t.get("AvailabilityZone")}

    def deregister(self, targets):
        for t in targets:
            for k in [k for k, x in self.targets.items() if x["Id"] == t["Id"] and ("Port" not in t or str(x["Port"]) == str(t["Port"]))]:
                self.targets.pop(k)
    T.register, T.deregister = register, deregister

    class Health:
        pass

    def health_for(self, target, ec2_backend):
        h = Health()
        k = key(self, target)
        h.target = {"Id": target["Id"], "Port": target.get("Port") or self.port}
        if target.get("AvailabilityZone"):
            h.target["AvailabilityZone"] = target["AvailabilityZone"]
        h.health_check_port = str(h.target["Port"]) if self.health_check_port == "traffic-port" else self.health_check_port
        listeners = [1 for lb in elb_of(self).load_balancers.values() for li in lb.listeners.values()
                     if any(self.arn in json.dumps(a.data, default=str) for a in li.default_actions)]
        forced = getattr(self, "forced", {}).get(k) or getattr(self, "forced", {}).get(target["Id"])
        if k not in self.targets:
            h.target_health = {"State": "unused", "Reason": "Target.NotRegistered", "Description": "Target is not registered to the target group"}
        elif not listeners:
            h.target_health = {"State": "unused", "Reason": "Target.NotInUse",
                               "Description": "Target group is not configured to receive traffic from the load balancer"}
        elif forced and forced["State"] != "healthy":
            h.target_health = dict(forced)
        else:
            h.target_health = {"State": "healthy"}
        return h
    T.health_for = health_for

    def elb_of(tg):
        return m.elbv2_backends[tg.account_id][tg.region_name]


@patch("F8")
def tasks():
    """Fargate tasks get an address of their subnet and reach RUNNING; a service counts its running tasks."""
    from moto.ecs import models as m
    plain_init = m.Task.__init__

    def init(self, *a, **k):
        plain_init(self, *a, **k)
        if self.attachments:
            ec2 = m.ec2_backends[self._account_id][self.region_name]
            d = {x["name"]: x for x in self.attachments[0]["details"]}
            eni = ec2.enis[d["networkInterfaceId"]["value"]]
            eni.private_ip_address = free_ip(ec2, eni.subnet)
            eni.private_ip_addresses = [{"Primary": True, "PrivateIpAddress": eni.private_ip_address}]
            eni.description = f"arn:aws:ecs:{self.region_name}:{self._account_id}:attachment/{self.attachments[0]['id']}"
            d["privateIPv4Address"]["value"] = eni.private_ip_address
            d["privateDnsName"]["value"] = "ip-" + eni.private_ip_address.replace(".", "-") + f".{self.region_name}.compute.internal"
            for c in self.containers:
                try:
                    c.network_interfaces = [{"attachmentId": self.attachments[0]["id"], "privateIpv4Address": eni.private_ip_address}]
                    c.last_status, c.exit_code, c.task_arn = "RUNNING", None, self.task_arn
                except Exception:
                    pass
    m.Task.__init__ = init
    plain_adv = m.Task.advance if hasattr(m.Task, "advance") else None
    if plain_adv:
        def advance(self):
            if self.desired_status == "RUNNING":
                return
            plain_adv(self)
        m.Task.advance = advance
    B = m.EC2ContainerServiceBackend
    plain_desc = B.describe_services

    def describe_services(self, *a, **k):
        out = plain_desc(self, *a, **k)
        for s in out[0]:
            n = sum(1 for t in self.tasks.get(s.cluster_name, {}).values()
                    if t.group == f"service:{s.name}" and t.desired_status == "RUNNING")
            s.running_count, s.pending_count = n, max(0, s.desired_count - n) if s.status == "ACTIVE" else 0
            for d in s.deployments:
                d["runningCount"], d["pendingCount"], d["desiredCount"] = n, s.pending_count, s.desired_count
                d["rolloutState"] = "COMPLETED" if n >= s.desired_count else "IN_PROGRESS"
        return out
    B.describe_services = describe_services


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("-p", "--port", required=True)
    ap.add_argument("-H", "--host", default="127.0.0.1")
    a = ap.parse_args()
    for name in PATCHES:
        PATCHES[name]()
    import logging
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    from moto.server import main as serve
    serve(["-H", a.host, "-p", str(a.port)])


if __name__ == "__main__":
    main()
