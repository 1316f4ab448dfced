"""Makes the two-API chain in an emulated AWS, by AWS calls alone, and prints its ids: python chain.py ENDPOINT REGION

consumer client -> consumer endpoint -> outer API -> VPC link -> NLB -> provider endpoint -> inner API -> VPC link -> NLB
-> Fargate; and a client in a VPC that is peered with the provider's.
"""
import json
import sys

import boto3

ENDPOINT, REGION = sys.argv[1:3]
CHINA = REGION.startswith("cn-")
PARTITION, SUFFIX = ("aws-cn", "amazonaws.com.cn") if CHINA else ("aws", "amazonaws.com")
ACCOUNT = "123456789012"
SESSION = boto3.session.Session(aws_access_key_id="testing", aws_secret_access_key="testing", region_name=REGION)
EC2, ELB, ECS, API = (SESSION.client(name, endpoint_url=ENDPOINT) for name in ("ec2", "elbv2", "ecs", "apigateway"))


def vpc(cidr, blocks):
    """Three subnets in three zones and one for clients, all with one route table."""
    made = EC2.create_vpc(CidrBlock=cidr)["Vpc"]["VpcId"]
    EC2.modify_vpc_attribute(VpcId=made, EnableDnsHostnames={"Value": True})
    zones = [REGION + letter for letter in "abcb"]
    subnets = [EC2.create_subnet(VpcId=made, CidrBlock=b, AvailabilityZone=z)["Subnet"]["SubnetId"] for b, z in zip(blocks, zones)]
    table = EC2.create_route_table(VpcId=made)["RouteTable"]["RouteTableId"]
    for subnet in subnets:
        EC2.associate_route_table(RouteTableId=table, SubnetId=subnet)
    acl = EC2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [made]}])["NetworkAcls"][0]["NetworkAclId"]
    return {"vpc": made, "subnets": subnets[:3], "client": subnets[3], "table": table, "acl": acl, "cidr": cidr}


def group(place, name, port, cidr=None):
    made = EC2.create_security_group(GroupName=name, Description=name, VpcId=place["vpc"])["GroupId"]
    rule = {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": cidr or place["cidr"]}]}
    EC2.authorize_security_group_ingress(GroupId=made, IpPermissions=[rule])
    return made


def client(place, name):
    groups = [group(place, name, 22)]
    made = EC2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, InstanceType="t3.micro", SubnetId=place["client"], SecurityGroupIds=groups)
    return made["Instances"][0]["InstanceId"], groups[0]


def endpoint(place, groups):
    service = f"{'cn.' if CHINA else ''}com.amazonaws.{REGION}.execute-api"
    made = EC2.create_vpc_endpoint(VpcEndpointType="Interface", VpcId=place["vpc"], ServiceName=service, SubnetIds=place["subnets"], SecurityGroupIds=groups, PrivateDnsEnabled=True)["VpcEndpoint"]
    shown = EC2.describe_vpc_endpoints(VpcEndpointIds=[made["VpcEndpointId"]])["VpcEndpoints"][0]
    interfaces = EC2.describe_network_interfaces(NetworkInterfaceIds=shown["NetworkInterfaceIds"])["NetworkInterfaces"]
    return made["VpcEndpointId"], [i["PrivateIpAddress"] for i in interfaces], shown["DnsEntries"][0]["DnsName"]


def balancer(place, name, port, targets, target_port, groups=()):
    more = {"SecurityGroups": list(groups)} if groups else {}
    made = ELB.create_load_balancer(Name=name, Type="network", Scheme="internal", Subnets=place["subnets"], **more)["LoadBalancers"][0]
    arn = made["LoadBalancerArn"]
    if groups:
        ELB.set_security_groups(LoadBalancerArn=arn, SecurityGroups=list(groups), EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic="off")
    target_group = ELB.create_target_group(Name=f"{name}-tg", Protocol="TCP", Port=target_port, VpcId=place["vpc"], TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
    ELB.register_targets(TargetGroupArn=target_group, Targets=[{"Id": t, "Port": target_port} for t in targets])
    ELB.modify_target_group_attributes(TargetGroupArn=target_group, Attributes=[{"Key": "preserve_client_ip.enabled", "Value": "false"}])
    forward = [{"Type": "forward", "TargetGroupArn": target_group}]
    listener = ELB.create_listener(LoadBalancerArn=arn, Protocol="TCP", Port=port, DefaultActions=forward)["Listeners"][0]["ListenerArn"]
    return {"arn": arn, "dns": made["DNSName"], "group": target_group, "listener": listener, "targets": targets, "port": target_port}


def tasks(place, groups):
    ECS.create_cluster(clusterName="web")
    container = {"name": "web", "image": "web:1", "essential": True, "memory": 512, "portMappings": [{"containerPort": 5000}]}
    definition = ECS.register_task_definition(family="web", networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512", containerDefinitions=[container])["taskDefinition"]["taskDefinitionArn"]
    found = []
    for subnet in place["subnets"]:
        network = {"awsvpcConfiguration": {"subnets": [subnet], "securityGroups": groups, "assignPublicIp": "DISABLED"}}
        task = ECS.run_task(cluster="web", taskDefinition=definition, count=1, launchType="FARGATE", group="service:web", networkConfiguration=network)["tasks"][0]
        found.append(next(d["value"] for d in task["attachments"][0]["details"] if d["name"] == "privateIPv4Address"))
    return definition, found


def service(place, groups, definition, target_group):
    network = {"awsvpcConfiguration": {"subnets": place["subnets"], "securityGroups": groups, "assignPublicIp": "DISABLED"}}
    balancers = [{"targetGroupArn": target_group, "containerName": "web", "containerPort": 5000}]
    ECS.create_service(cluster="web", serviceName="web", taskDefinition=definition, desiredCount=3, launchType="FARGATE", loadBalancers=balancers, networkConfiguration=network)


def api(name, vpce, uri, link):
    made = API.create_rest_api(name=name, endpointConfiguration={"types": ["PRIVATE"], "vpcEndpointIds": [vpce]})["id"]
    arn = f"arn:{PARTITION}:execute-api:{REGION}:{ACCOUNT}:{made}/*/*/*"
    policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": arn}]}
    API.update_rest_api(restApiId=made, patchOperations=[{"op": "replace", "path": "/policy", "value": json.dumps(policy)}])
    root = API.get_resources(restApiId=made)["items"][0]["id"]
    ids = {}
    for part, kind in (("page", "HTTP_PROXY"), ("plain", "HTTP")):
        at = {"restApiId": made, "resourceId": API.create_resource(restApiId=made, parentId=root, pathPart=part)["id"], "httpMethod": "GET"}
        API.put_method(**at, authorizationType="NONE")
        API.put_integration(**at, integrationHttpMethod="GET", type=kind, uri=uri, connectionType="VPC_LINK", connectionId=link)
        if kind == "HTTP":
            API.put_method_response(**at, statusCode="200")
            API.put_integration_response(**at, statusCode="200")
        ids[part] = at["resourceId"]
    API.create_deployment(restApiId=made, stageName="dev")
    return {"id": made, "host": f"{made}.execute-api.{REGION}.{SUFFIX}", "resources": ids, "policy": json.dumps(policy)}


provider = vpc("10.0.0.0/16", ["10.0.0.0/24", "10.0.2.0/24", "10.0.10.0/24", "10.0.20.0/24"])
web = group(provider, "web", 5000)
definition, addresses = tasks(provider, [web])
front = group(provider, "front", 80)
back = balancer(provider, "back", 80, addresses, 5000, [front])
service(provider, [web], definition, back["group"])
shared = group(provider, "vpce", 443)
inner_vpce, inner_addresses, inner_name = endpoint(provider, [shared])
back_link = API.create_vpc_link(name="back", targetArns=[back["arn"]])["id"]
inner = api("inner", inner_vpce, f"http://{back['dns']}/", back_link)
between = balancer(provider, "between", 443, inner_addresses, 443)
between_link = API.create_vpc_link(name="between", targetArns=[between["arn"]])["id"]
consumer = vpc("10.1.0.0/16", ["10.1.0.0/24", "10.1.1.0/24", "10.1.2.0/24", "10.1.20.0/24"])
entrance = group(consumer, "vpce", 443)
outer_vpce, _, outer_name = endpoint(consumer, [entrance])
outer = api("outer", outer_vpce, f"https://{inner['host']}/dev/page", between_link)
caller, caller_group = client(consumer, "caller")
spoke = vpc("10.3.0.0/16", ["10.3.0.0/24", "10.3.1.0/24", "10.3.2.0/24", "10.3.20.0/24"])
peering = EC2.create_vpc_peering_connection(VpcId=spoke["vpc"], PeerVpcId=provider["vpc"])["VpcPeeringConnection"]["VpcPeeringConnectionId"]
EC2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
for a, b in ((spoke, provider), (provider, spoke)):
    EC2.create_route(RouteTableId=a["table"], DestinationCidrBlock=b["cidr"], VpcPeeringConnectionId=peering)
peer_rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": spoke["cidr"]}]}
EC2.authorize_security_group_ingress(GroupId=shared, IpPermissions=[peer_rule])
peer, peer_group = client(spoke, "peer")

print(json.dumps({
    "provider": provider, "consumer": consumer, "spoke": spoke, "peering": peering, "web": web, "front": front, "shared": shared,
    "entrance": entrance, "inner": inner, "outer": outer, "innerVpce": inner_vpce, "outerVpce": outer_vpce, "innerName": inner_name,
    "outerName": outer_name, "back": back, "between": between, "backLink": back_link, "betweenLink": between_link, "caller": caller,
    "callerGroup": caller_group, "peer": peer, "peerGroup": peer_group,
}))
